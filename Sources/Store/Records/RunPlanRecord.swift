import Experiment

/// What a run is to do, in the words of the store.
public struct RunPlanRecord: Sendable {
  /// What reports must know of the suite.
  public let suite: SuiteDescription
  /// The profile.
  public let profile: Profile
  /// The resolved suite as canonical JSON.
  public let resolvedSuite: String
  /// All cells, cached ones included.
  public let cells: [RegisteredCell]

  /// A plan.
  public init(
    suite: SuiteDescription, profile: Profile, resolvedSuite: String, cells: [RegisteredCell]
  ) {
    self.suite = suite
    self.profile = profile
    self.resolvedSuite = resolvedSuite
    self.cells = cells
  }

  /// The suite's tasks by id with their titles, and those that only its cells name.
  var tasks: [(name: String, title: String)] {
    entries(suite.tasks.map { ($0.id, $0.title) }, named: cells.map(\.identity.task))
  }

  /// The suite's models by id with their titles, and those that only its cells name.
  var models: [(name: String, title: String)] {
    entries(suite.models.map { ($0.id, $0.title) }, named: cells.map(\.identity.model))
  }

  private func entries(
    _ described: [(String, String)], named: [String]
  ) -> [(name: String, title: String)] {
    let others = Set(named).subtracting(described.map(\.0)).sorted()
    return described.map { (name: $0.0, title: $0.1) } + others.map { (name: $0, title: $0) }
  }
}
