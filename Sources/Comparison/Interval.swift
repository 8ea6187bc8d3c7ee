/// A point estimate with an interval, and what both rest on.
public struct Interval: Codable, Sendable, Equatable {
  /// The estimate.
  public var estimate: Double
  /// The lower end.
  public var lower: Double
  /// The upper end.
  public var upper: Double
  /// The number of replicates (seeds).
  public var count: Int

  /// An interval.
  public init(estimate: Double, lower: Double, upper: Double, count: Int) {
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
    self.count = count
  }
}
