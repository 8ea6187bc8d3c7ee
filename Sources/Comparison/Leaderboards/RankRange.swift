/// The ranks that a model may truly have, both ends included; 1 is best.
public struct RankRange: Codable, Sendable, Equatable {
  /// The best rank that the data allow.
  public var best: Int
  /// The worst.
  public var worst: Int

  /// A range.
  public init(best: Int, worst: Int) {
    self.best = best
    self.worst = worst
  }
}
