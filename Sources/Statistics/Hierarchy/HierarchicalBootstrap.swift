import Foundation
import Randomness

/// The paired bootstrap over seeds × test cases: seeds and cases are drawn with replacement
/// independently of each other, and each drawn seed meets each drawn case (the pigeonhole bootstrap:
/// Owen, *The pigeonhole bootstrap*, Annals of Applied Statistics 1, 2007).
public struct HierarchicalBootstrap: Sendable {
  /// What is compared.
  public enum Effect: String, Sendable, CaseIterable {
    /// The mean over seeds and cases of ours less theirs.
    case difference
    /// ln(mean of ours / mean of theirs), for positive numbers.
    case logRatio = "log-ratio"
  }

  /// The number of resamples.
  public let resamples: Int
  /// Where the draws come from.
  public let random: RandomStream

  /// A bootstrap.
  public init(resamples: Int = 10_000, random: RandomStream) {
    precondition(resamples > 0, "a bootstrap needs at least one resample")
    self.resamples = resamples
    self.random = random
  }

  /// The effect of ours against theirs, paired by seed and case; nil below two seeds, and for a
  /// ratio unless all numbers are positive.
  public func effect(
    _ effect: Effect, ours: CrossedTable, theirs: CrossedTable, level: Double = 0.95
  )
    -> HierarchicalEffect?
  {
    if effect == .logRatio {
      guard (ours.rows + theirs.rows).allSatisfy({ $0.allSatisfy { $0 > 0 } }) else { return nil }
    }
    let statistic = PairedStatistic(effect, ours: ours, theirs: theirs)
    guard let spread = CrossedVariance(statistic.linearised) else { return nil }
    return HierarchicalEffect(
      comparison: MeanComparison(
        difference: statistic.estimate, standardError: spread.variance.squareRoot(),
        degreesOfFreedom: spread.degreesOfFreedom, level: level, count: ours.seeds),
      distribution: BootstrapDistribution(
        estimate: statistic.estimate, replicates: replicates(of: statistic),
        influences: statistic.influences, count: ours.seeds))
  }

  private func replicates(of statistic: PairedStatistic) -> [Double] {
    var random = random
    let (seeds, cases) = (
      StratumDraws(count: statistic.seeds), StratumDraws(count: statistic.cases)
    )
    var (seedCounts, caseCounts) = (
      [Double](repeating: 0, count: seeds.count), [Double](repeating: 0, count: cases.count)
    )
    return (0..<resamples).map { _ in
      for seed in seedCounts.indices { seedCounts[seed] = 0 }
      for place in caseCounts.indices { caseCounts[place] = 0 }
      seeds.forEachIndex(&random) { seedCounts[$0] += 1 }
      cases.forEachIndex(&random) { caseCounts[$0] += 1 }
      return statistic.value(seedCounts: seedCounts, caseCounts: caseCounts)
    }
  }
}
