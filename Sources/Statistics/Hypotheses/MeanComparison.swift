/// A difference of means with its Student interval and test.
public struct MeanComparison: Sendable, Equatable {
  /// The difference with its interval.
  public let interval: ConfidenceInterval
  /// The standard error of the difference.
  public let standardError: Double
  /// The degrees of freedom, not always whole.
  public let degreesOfFreedom: Double
  /// t = difference / standard error; 0 for no difference, infinite for one without an error.
  public let statistic: Double
  /// The two-sided p-value that the difference is zero.
  public let pValue: Double

  /// The difference.
  public var difference: Double { interval.estimate }

  /// The comparison of a difference with a standard error of so many degrees of freedom.
  public init(
    difference: Double, standardError: Double, degreesOfFreedom: Double, level: Double, count: Int
  ) {
    let student = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
    let half = standardError > 0 ? student.quantile((1 + level) / 2) * standardError : 0
    interval = ConfidenceInterval(
      estimate: difference, lower: difference - half, upper: difference + half, level: level,
      count: count)
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    statistic = difference == 0 ? 0 : difference / standardError
    pValue = difference == 0 ? 1 : student.twoSidedTail(statistic)
  }
}
