import Foundation

/// What a bootstrap found: replicates of a statistic, and the influence of each observation, from
/// which the acceleration of BCa comes.
public struct BootstrapDistribution: Sendable, Equatable {
  /// The statistic on all observations.
  public let estimate: Double
  /// The statistic on each resample, sorted.
  public let replicates: [Double]
  /// For each stratum of n observations and each of these: (n − 1) / n · (θ̄ − θᵢ), with θᵢ the
  /// statistic without it and θ̄ the mean of these over the stratum; empty where nobody needs BCa or
  /// expanded intervals.
  public let influences: [[Double]]
  /// The number of observations.
  public let count: Int

  /// A distribution over one or more strata.
  public init(estimate: Double, replicates: [Double], influences: [[Double]], count: Int) {
    precondition(!replicates.isEmpty, "a bootstrap distribution needs replicates")
    self.estimate = estimate
    self.replicates = replicates.sorted()
    self.influences = influences
    self.count = count
  }

  /// A distribution over a single stratum, from the statistic without each observation in turn.
  public init(estimate: Double, replicates: [Double], leftOneOut: [Double]) {
    self.init(
      estimate: estimate, replicates: replicates,
      influences: [Self.influences(leftOneOut: leftOneOut)], count: max(leftOneOut.count, 1))
  }

  /// The influences of the observations of a stratum, from the statistic without each in turn.
  public static func influences(leftOneOut: [Double]) -> [Double] {
    guard leftOneOut.count > 1 else { return [] }
    let centre = Observations(leftOneOut).mean
    let share = Double(leftOneOut.count - 1) / Double(leftOneOut.count)
    return leftOneOut.map { share * (centre - $0) }
  }

  /// The mean without each of `values` in turn; empty for a single value.
  public static func leftOneOutMeans(_ values: [Double]) -> [Double] {
    guard values.count > 1 else { return [] }
    let sum = values.reduce(0, +)
    return values.map { (sum - $0) / Double(values.count - 1) }
  }

  /// The percentile interval: the quantiles α/2 and 1 − α/2 of the replicates (Efron & Tibshirani
  /// 1993, section 13.3).
  public func percentileInterval(level: Double = 0.95) -> ConfidenceInterval {
    interval(from: (1 - level) / 2, to: (1 + level) / 2, level: level)
  }

  /// The expanded percentile interval (Hesterberg, *What teachers should know about the bootstrap*,
  /// The American Statistician 69, 2015, section 4.3): percentiles at Φ(∓ f · t(1 − α/2, ν)), where
  /// f² = Σ n/(n − 1) Σu² / ΣΣu² makes up for resamples that vary less than samples do, and ν are the
  /// degrees of freedom of Satterthwaite (1946) over the strata. nil without influences.
  ///
  /// For a single stratum f = √(n / (n − 1)) and ν = n − 1.
  public func expandedInterval(level: Double = 0.95) -> ConfidenceInterval? {
    guard let reach = expandedReach(level: level) else { return nil }
    let tail = NormalDistribution.cumulative(-reach)
    return interval(from: tail, to: 1 - tail, level: level)
  }

  /// The bias-corrected and accelerated interval (Efron 1987; Efron & Tibshirani 1993, equations
  /// 14.9 to 14.15, ties with the estimate counted half as SciPy does), if asked with the normal
  /// quantile expanded as in `expandedInterval`; nil when it is not defined: all replicates on one
  /// side of the estimate, observations that are all equal, or too few for the level.
  public func bcaInterval(level: Double = 0.95, isExpanded: Bool = false) -> ConfidenceInterval? {
    let bias = NormalDistribution.quantile(shareBelowEstimate)
    let reach =
      isExpanded ? expandedReach(level: level) : NormalDistribution.quantile((1 + level) / 2)
    guard bias.isFinite, let acceleration, let reach else { return nil }
    // Far out the correction turns round at a pole, and says nothing.
    let scales = [-reach, reach].map { 1 - acceleration * (bias + $0) }
    guard scales.allSatisfy({ $0 > 0 }) else { return nil }
    func adjusted(_ quantile: Double) -> Double {
      let shifted = bias + quantile
      return NormalDistribution.cumulative(bias + shifted / (1 - acceleration * shifted))
    }
    return interval(from: adjusted(-reach), to: adjusted(reach), level: level)
  }

  /// f · t(1 − α/2, ν).
  private func expandedReach(level: Double) -> Double? {
    var (resampled, sampled, uncertainty) = (0.0, 0.0, 0.0)
    for stratum in influences where stratum.count > 1 {
      let squares = stratum.reduce(0) { $0 + $1 * $1 }
      let freedom = Double(stratum.count - 1)
      let variance = squares * Double(stratum.count) / freedom
      resampled += squares
      sampled += variance
      uncertainty += variance * variance / freedom
    }
    guard resampled > 0, uncertainty > 0 else { return nil }
    let student = StudentDistribution(degreesOfFreedom: sampled * sampled / uncertainty)
    return (sampled / resampled).squareRoot() * student.quantile((1 + level) / 2)
  }

  private var shareBelowEstimate: Double {
    let below = replicates.count { $0 < estimate }
    let ties = replicates.count { $0 == estimate }
    return (Double(below) + Double(ties) / 2) / Double(replicates.count)
  }

  /// â = Σu³ / (6 (Σu²)^(3/2)) over the influences u of all strata (Efron & Tibshirani 1993,
  /// equation 14.15; over several samples as in `scipy.stats.bootstrap`).
  private var acceleration: Double? {
    let all = influences.joined()
    let squares = all.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return nil }
    return all.reduce(0) { $0 + $1 * $1 * $1 } / (6 * squares * squares.squareRoot())
  }

  private func interval(from lower: Double, to upper: Double, level: Double)
    -> ConfidenceInterval
  {
    ConfidenceInterval(
      estimate: estimate, lower: replicates.quantile(lower), upper: replicates.quantile(upper),
      level: level, count: count)
  }
}
