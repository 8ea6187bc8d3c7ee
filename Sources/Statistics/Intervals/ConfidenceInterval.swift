/// An estimate with a confidence interval.
public struct ConfidenceInterval: Sendable, Equatable {
  /// The estimate.
  public let estimate: Double
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double
  /// The confidence level, as in 0.95.
  public let level: Double
  /// The number of replicates behind it.
  public let count: Int

  /// An interval.
  public init(estimate: Double, lower: Double, upper: Double, level: Double, count: Int) {
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
    self.level = level
    self.count = count
  }

  /// Whether `number` lies in the interval, its ends included.
  public func contains(_ number: Double) -> Bool { lower <= number && number <= upper }

  /// The interval under an increasing function, as exp for log ratios.
  public func mapped(byIncreasing function: (Double) -> Double) -> ConfidenceInterval {
    ConfidenceInterval(
      estimate: function(estimate), lower: function(lower), upper: function(upper), level: level,
      count: count)
  }
}
