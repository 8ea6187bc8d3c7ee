import Foundation
import Randomness
import Statistics
import Testing

@Suite struct IntervalTests {
  let reference: Reference
  let random = RandomStream(seed: 3).stream("bootstrap")

  init() throws { reference = try Reference.load() }

  @Test func studentIntervalsAgreeWithSciPy() throws {
    for entry in reference.descriptions {
      let interval = try #require(ConfidenceInterval.studentMean(of: entry.values))
      #expect(agrees(interval.lower, with: entry.interval[0], to: 1e-11))
      #expect(agrees(interval.upper, with: entry.interval[1], to: 1e-11))
      #expect(interval.count == entry.values.count)
    }
    #expect(ConfidenceInterval.studentMean(of: [1]) == nil)
  }

  @Test func ratioIntervalsAgreeWithSciPy() throws {
    for entry in reference.ratios {
      let interval = try #require(
        ConfidenceInterval.geometricMeanRatio(ours: entry.ours, theirs: entry.theirs))
      #expect(agrees(interval.estimate, with: entry.estimate, to: 1e-13))
      #expect(agrees(interval.lower, with: entry.interval[0], to: 1e-11))
      #expect(agrees(interval.upper, with: entry.interval[1], to: 1e-11))
    }
  }

  @Test func swappingTheSidesInvertsTheRatio() throws {
    let entry = reference.ratios[1]
    let interval = try #require(
      ConfidenceInterval.geometricMeanRatio(ours: entry.ours, theirs: entry.theirs))
    let swapped = try #require(
      ConfidenceInterval.geometricMeanRatio(ours: entry.theirs, theirs: entry.ours))
    #expect(agrees(swapped.estimate, with: 1 / interval.estimate, to: 1e-13))
    #expect(agrees(swapped.lower, with: 1 / interval.upper, to: 1e-13))
  }

  @Test func aCommonUnitDoesNotChangeARatio() throws {
    let entry = reference.ratios[2]
    let interval = try #require(
      ConfidenceInterval.geometricMeanRatio(ours: entry.ours, theirs: entry.theirs))
    let scaled = try #require(
      ConfidenceInterval.geometricMeanRatio(
        ours: entry.ours.map { $0 * 1e6 }, theirs: entry.theirs.map { $0 * 1e6 }))
    #expect(agrees(scaled.lower, with: interval.lower, to: 1e-12))
  }

  @Test func theIntervalShrinksWithReplicatesAndGrowsWithItsLevel() throws {
    let four: [Double] = [1, 2, 3, 4]
    let few = try #require(ConfidenceInterval.studentMean(of: four))
    let many = try #require(ConfidenceInterval.studentMean(of: four + four + four))
    let sure = try #require(ConfidenceInterval.studentMean(of: four, level: 0.99))
    #expect(many.upper - many.lower < few.upper - few.lower)
    #expect(sure.lower < few.lower && few.upper < sure.upper)
  }

  @Test func ninetyFiveOfAHundredIntervalsHoldTheTrueMean() {
    var random = RandomStream(seed: 11).stream("coverage")
    let experiments = 4_000
    let held = (0..<experiments).count { _ in
      let values = (0..<5).map { _ in 3 + 2 * random.normal() }
      return ConfidenceInterval.studentMean(of: values)?.contains(3) ?? false
    }
    // Four standard errors of a share of 0.95 over 4000 experiments.
    #expect(abs(Double(held) / Double(experiments) - 0.95) < 0.014)
  }

  @Test func bootstrapIntervalsAgreeWithSciPyOnItsOwnReplicates() throws {
    for entry in reference.bootstraps {
      let distribution = BootstrapDistribution(
        estimate: Observations(entry.values).mean, replicates: entry.replicates,
        leftOneOut: BootstrapDistribution.leftOneOutMeans(entry.values))
      let percentile = distribution.percentileInterval()
      #expect(agrees(percentile.lower, with: entry.percentile[0], to: 1e-13))
      #expect(agrees(percentile.upper, with: entry.percentile[1], to: 1e-13))
      let bca = try #require(distribution.bcaInterval())
      #expect(agrees(bca.lower, with: entry.bca[0], to: 1e-11))
      #expect(agrees(bca.upper, with: entry.bca[1], to: 1e-11))
    }
  }

  @Test func theBootstrapDrawsFromTheDistributionOfTheMean() {
    let values = reference.bootstraps[0].values
    let replicates = Observations(
      Bootstrap(resamples: 20_000, random: random).mean(of: values).replicates)
    let observations = Observations(values)
    // Exact moments of a resampled mean: x̄ and s² (n − 1) / n².
    let n = Double(values.count)
    let spread = (observations.variance * (n - 1)).squareRoot() / n
    #expect(abs(replicates.mean - observations.mean) < 4 * spread / 20_000.0.squareRoot())
    #expect(agrees(replicates.standardDeviation, with: spread, to: 0.03))
  }

  @Test func theSameStreamGivesTheSameBootstrap() {
    let values = reference.bootstraps[0].values
    let first = Bootstrap(resamples: 200, random: random).mean(of: values)
    #expect(Bootstrap(resamples: 200, random: random).mean(of: values) == first)
    #expect(Bootstrap(resamples: 200, random: random.stream("other")).mean(of: values) != first)
  }

  @Test func bcaIsNotDefinedForEqualObservations() {
    let distribution = Bootstrap(resamples: 50, random: random).mean(of: [2, 2, 2])
    #expect(distribution.bcaInterval() == nil)
    #expect(distribution.percentileInterval().lower == 2)
  }

  @Test func theExpandedIntervalOfAMeanNearlyIsStudents() throws {
    let values = [0.1, 1.3, 0.4, 2.2, 1.9, 0.8, 1.1, 1.6]
    let distribution = Bootstrap(resamples: 40_000, random: random).mean(of: values)
    let expanded = try #require(distribution.expandedInterval())
    let student = try #require(ConfidenceInterval.studentMean(of: values))
    // Resampled means are normal but for the tails, which lie far out here.
    #expect(abs(expanded.lower - student.lower) < 0.15 * (student.estimate - student.lower))
    #expect(abs(expanded.upper - student.upper) < 0.15 * (student.upper - student.estimate))
    let plain = distribution.percentileInterval()
    #expect(expanded.lower < plain.lower && plain.upper < expanded.upper)
    // √(8/7) t(0.975, 7) in place of 1.96.
    let reach =
      (8.0 / 7).squareRoot() * StudentDistribution(degreesOfFreedom: 7).quantile(0.975)
    let tail = NormalDistribution.cumulative(-reach)
    let sorted = Observations(distribution.replicates)
    #expect(agrees(expanded.lower, with: sorted.quantile(tail), to: 1e-12))
  }

  @Test func expandedBcaIsWiderThanBca() throws {
    let distribution = Bootstrap(resamples: 4_000, random: random)
      .mean(of: reference.bootstraps[0].values)
    let (plain, expanded) = (
      try #require(distribution.bcaInterval()),
      try #require(distribution.bcaInterval(isExpanded: true))
    )
    #expect(expanded.lower < plain.lower && plain.upper < expanded.upper)
    #expect(Bootstrap(random: random).mean(of: [1]).expandedInterval() == nil)
    // The t quantile of one degree of freedom lies beyond the pole of the correction.
    let few = BootstrapDistribution(
      estimate: 1, replicates: [0.5, 0.9, 1, 1.1, 3], influences: [[-1, 1], [2.0, -0.5, -1.5]],
      count: 5)
    #expect(few.bcaInterval() != nil && few.bcaInterval(level: 0.9999, isExpanded: true) == nil)
  }
}
