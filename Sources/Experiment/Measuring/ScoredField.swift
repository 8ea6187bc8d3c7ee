/// One predicted field beside the truth, on the points that count.
public struct ScoredField: Sendable {
  /// The prediction, channel by channel, row-major.
  public let predicted: [Float]
  /// The truth, in the same order.
  public let expected: [Float]
  /// The persistence forecast (the last known field), in the same order: what a skill is against.
  public let persistence: [Float]
  /// 1 where the point counts and 0 where not, in the same order; empty when every point counts.
  public let weights: [Float]

  /// A scored field.
  public init(predicted: [Float], expected: [Float], persistence: [Float], weights: [Float] = []) {
    precondition(
      predicted.count == expected.count && persistence.count == expected.count
        && (weights.isEmpty || weights.count == expected.count),
      "a prediction of \(predicted.count) values cannot be scored against \(expected.count)")
    self.predicted = predicted
    self.expected = expected
    self.persistence = persistence
    self.weights = weights
  }
}
