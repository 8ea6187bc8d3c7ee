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
  /// How the values lie in space and time, when they do.
  public let grid: FieldGrid?

  /// A scored field.
  public init(
    predicted: [Float], expected: [Float], persistence: [Float], weights: [Float] = [],
    grid: FieldGrid? = nil
  ) {
    precondition(
      predicted.count == expected.count && persistence.count == expected.count
        && (weights.isEmpty || weights.count == expected.count),
      "a prediction of \(predicted.count) values cannot be scored against \(expected.count)")
    precondition(
      grid.map { $0.count == expected.count } ?? true,
      "a grid of \(grid?.count ?? 0) values for a field of \(expected.count)")
    self.predicted = predicted
    self.expected = expected
    self.persistence = persistence
    self.weights = weights
    self.grid = grid
  }
}
