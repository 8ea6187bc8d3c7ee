/// A metric that a model tells of itself (`AccountableModel`), as how often a solver evaluated it; never taken
/// of predictions.
public protocol AccountMetric: Metric {
  /// The name of the entries of an account that it shows.
  static var account: String { get }
}

extension AccountMetric {
  /// None: it is told, not computed.
  public func value(_ sample: ScoredField) -> MeasuredValue {
    .missing("told by the model, not computed from its predictions")
  }
}
