import Foundation

/// What a bootstrap found: replicates of a statistic, and the influence of each observation, from
/// which the acceleration of BCa comes.
public struct BootstrapDistribution: Sendable, Equatable {
  /// The statistic on all observations.
  public let estimate: Double
  /// The statistic on each resample, sorted.
  public let replicates: [Double]
  /// For each observation i of a stratum of n: (n − 1) / n · (θ̄ − θᵢ), with θᵢ the statistic
  /// without it and θ̄ the mean of these over the stratum; empty where there is no BCa.
  public let influences: [Double]
  /// The number of observations.
  public let count: Int

  /// A distribution over one or more strata.
  public init(estimate: Double, replicates: [Double], influences: [Double], count: Int) {
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
      influences: Self.influences(leftOneOut: leftOneOut), count: max(leftOneOut.count, 1))
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

  /// The bias-corrected and accelerated interval (Efron 1987; Efron & Tibshirani 1993, equations
  /// 14.9 to 14.15, ties with the estimate counted half as SciPy does); nil when it is not defined:
  /// all replicates on one side of the estimate, or observations that are all equal.
  public func bcaInterval(level: Double = 0.95) -> ConfidenceInterval? {
    let bias = NormalDistribution.quantile(shareBelowEstimate)
    guard bias.isFinite, let acceleration else { return nil }
    func adjusted(_ probability: Double) -> Double {
      let shifted = bias + NormalDistribution.quantile(probability)
      return NormalDistribution.cumulative(bias + shifted / (1 - acceleration * shifted))
    }
    return interval(
      from: adjusted((1 - level) / 2), to: adjusted((1 + level) / 2), level: level)
  }

  private var shareBelowEstimate: Double {
    let below = replicates.count { $0 < estimate }
    let ties = replicates.count { $0 == estimate }
    return (Double(below) + Double(ties) / 2) / Double(replicates.count)
  }

  /// â = Σu³ / (6 (Σu²)^(3/2)) over the influences u of all strata (Efron & Tibshirani 1993,
  /// equation 14.15; over several samples as in `scipy.stats.bootstrap`).
  private var acceleration: Double? {
    let squares = influences.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return nil }
    return influences.reduce(0) { $0 + $1 * $1 * $1 } / (6 * squares * squares.squareRoot())
  }

  private func interval(from lower: Double, to upper: Double, level: Double)
    -> ConfidenceInterval
  {
    ConfidenceInterval(
      estimate: estimate, lower: replicates.quantile(lower), upper: replicates.quantile(upper),
      level: level, count: count)
  }
}
