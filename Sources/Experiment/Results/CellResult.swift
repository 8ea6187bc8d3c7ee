/// Everything that is known of one cell after its last attempt.
public struct CellResult: Codable, Sendable, Equatable {
  /// Which cell.
  public var identity: CellIdentity
  /// SHA-256 over everything that can change its numbers, in hexadecimal.
  public var key: String
  /// Where it stands.
  public var state: CellState
  /// Why it is not done; empty when it is.
  public var reason: String
  /// What kind of failure; nil unless it failed.
  public var failure: FailureKind?
  /// Its resolved configuration as canonical JSON.
  public var configuration: String
  /// Where its data came from.
  public var dataOrigin: DataLocation.Origin
  /// Trainable real scalars; 0 when unknown or none.
  public var parameterCount: Int
  /// The run that made it.
  public var run: String
  /// What it found out.
  public var evaluation: Evaluation
  /// What it cost.
  public var resources: ResourceUse
  /// What else is known of the attempt, by name, as versions that an external model told.
  public var facts: [String: String]

  /// A result.
  public init(
    identity: CellIdentity, key: String, state: CellState, reason: String = "",
    failure: FailureKind? = nil, configuration: String = "{}",
    dataOrigin: DataLocation.Origin = .generated,
    parameterCount: Int = 0, run: String = "", evaluation: Evaluation = Evaluation(),
    resources: ResourceUse = ResourceUse(), facts: [String: String] = [:]
  ) {
    self.identity = identity
    self.key = key
    self.state = state
    self.reason = reason
    self.failure = failure
    self.configuration = configuration
    self.dataOrigin = dataOrigin
    self.parameterCount = parameterCount
    self.run = run
    self.evaluation = evaluation
    self.resources = resources
    self.facts = facts
  }

  /// The value of a metric on the whole of an evaluation, or why there is none.
  public func value(_ quantity: Quantity) -> MeasuredValue {
    guard state == .done else {
      return .missing("\(state.rawValue): \(reason)")
    }
    let found = evaluation.measurements.first {
      $0.metric == quantity.metric && $0.evaluation == quantity.evaluation
        && $0.split == quantity.split && $0.position == 0
    }
    return found?.value ?? .missing("not measured")
  }
}
