/// A column of a table: a metric on one split under one use of the predictions.
public struct Quantity: Codable, Sendable, Hashable {
  /// The metric's name, as in `nmse`.
  public let metric: String
  /// How the predictions were used, as in `one-step` or `rollout`.
  public let evaluation: String
  /// The split, as in `test`.
  public let split: String

  /// A quantity.
  public init(metric: String, evaluation: String, split: String = "test") {
    self.metric = metric
    self.evaluation = evaluation
    self.split = split
  }
}
