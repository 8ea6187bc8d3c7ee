import Foundation

extension ConfidenceInterval {
  /// The interval of a mean, x̄ ± t(1 − α/2, n − 1) · s / √n (Student 1908); nil below two
  /// observations, which say nothing of the spread.
  public static func studentMean(of values: [Double], level: Double = 0.95)
    -> ConfidenceInterval?
  {
    guard values.count > 1 else { return nil }
    let observations = Observations(values)
    let student = StudentDistribution(degreesOfFreedom: Double(values.count - 1))
    let half = student.quantile((1 + level) / 2) * observations.standardError
    let mean = observations.mean
    return ConfidenceInterval(
      estimate: mean, lower: mean - half, upper: mean + half, level: level, count: values.count)
  }

  /// The interval of the geometric mean of the paired ratios ours / theirs: the exponential of the
  /// Student interval of the mean paired log ratio. All values are positive; nil below two pairs.
  public static func geometricMeanRatio(
    ours: [Double], theirs: [Double], level: Double = 0.95
  ) -> ConfidenceInterval? {
    studentMean(of: logRatios(ours: ours, theirs: theirs), level: level)?
      .mapped(byIncreasing: exp)
  }

  /// ln(ours / theirs), pair by pair.
  public static func logRatios(ours: [Double], theirs: [Double]) -> [Double] {
    precondition(ours.count == theirs.count, "\(ours.count) values cannot pair \(theirs.count)")
    precondition((ours + theirs).allSatisfy { $0 > 0 }, "a log ratio needs positive values")
    return zip(ours, theirs).map { log($0) - log($1) }
  }
}
