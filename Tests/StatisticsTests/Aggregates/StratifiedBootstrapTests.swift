import Randomness
import Statistics
import Testing

@Suite struct StratifiedBootstrapTests {
  struct Stored: Decodable {
    struct Aggregates: Decodable {
      let tasks: [[Double]]
      let aggregates: [String: Double]
      let intervals: [String: [Double]]
      let thresholds: [Double]
      let profile: [Double]
      let bands: [[Double]]
    }

    struct Accelerated: Decodable {
      let aggregate: String
      let tasks: [[Double]]
      let estimate: Double
      let replicates: [Double]
      let bca: [Double]
    }

    struct Improvement: Decodable {
      let ours: [[Double]]
      let theirs: [[Double]]
      let probability: Double
      let interval: [Double]
    }

    let aggregates: [Aggregates]
    let bca: [Accelerated]
    let improvements: [Improvement]
  }

  let stored: Stored
  let random = RandomStream(seed: 7).stream("stratified")

  init() throws { stored = try StoredValues.load("aggregates") }

  private func scores(_ tasks: [[Double?]]) throws -> TaskScores {
    try #require(TaskScores(tasks: tasks))
  }

  @Test func aggregatesAgreeWithRliable() throws {
    for entry in stored.aggregates {
      let scores = try scores(entry.tasks)
      for aggregate in Aggregate.allCases {
        let expected = try #require(entry.aggregates[aggregate.rawValue])
        #expect(agrees(scores.value(of: aggregate), with: expected, to: 1e-13), "\(aggregate)")
      }
    }
  }

  @Test func percentileIntervalsComeNearThoseOfRliable() throws {
    for entry in stored.aggregates {
      let distributions = StratifiedBootstrap(resamples: 20_000, random: random)
        .aggregates(of: try scores(entry.tasks))
      for aggregate in Aggregate.allCases {
        let interval = distributions[aggregate].percentileInterval()
        let expected = try #require(entry.intervals[aggregate.rawValue])
        // Four errors of the 2.5 % quantile of 20 000 normal draws, twice: 0.019 of ± 1.96 deviations.
        let near = 0.03 * (expected[1] - expected[0])
        #expect(abs(interval.lower - expected[0]) < near, "\(aggregate)")
        #expect(abs(interval.upper - expected[1]) < near, "\(aggregate)")
      }
    }
  }

  @Test func bcaIntervalsAgreeWithSciPyOnItsOwnReplicates() throws {
    for entry in stored.bca {
      let aggregate = try #require(Aggregate(rawValue: entry.aggregate))
      let ours = StratifiedBootstrap(resamples: 1, random: random)
        .aggregates(of: try scores(entry.tasks))[aggregate]
      #expect(agrees(ours.estimate, with: entry.estimate, to: 1e-13))
      let interval = try #require(
        BootstrapDistribution(
          estimate: entry.estimate, replicates: entry.replicates, influences: ours.influences,
          count: ours.count
        ).bcaInterval())
      #expect(agrees(interval.lower, with: entry.bca[0], to: 1e-11), "\(aggregate)")
      #expect(agrees(interval.upper, with: entry.bca[1], to: 1e-11), "\(aggregate)")
    }
  }

  @Test func theResampledMeanHasItsExactMoments() throws {
    let tasks: [[Double]] = [[1, 2, 4], [0, 10], [3], [5, 5, 6, 7, 9, 12, 13]]
    let distribution = StratifiedBootstrap(resamples: 40_000, random: random)
      .aggregates(of: try scores(tasks))[.mean]
    // The mean over tasks of independent means, each with variance Σ(x − x̄)² / n².
    let variance = tasks.reduce(0) { sum, runs in
      let n = Double(runs.count)
      return sum + Observations(runs).variance * (n - 1) / (n * n)
    }
    let deviation = variance.squareRoot() / Double(tasks.count)
    let replicates = Observations(distribution.replicates)
    #expect(abs(replicates.mean - distribution.estimate) < 4 * deviation / 200)
    #expect(agrees(replicates.standardDeviation, with: deviation, to: 0.02))
  }

  @Test func profilesAgreeWithRliable() throws {
    for entry in stored.aggregates {
      let profile = StratifiedBootstrap(resamples: 5_000, random: random)
        .profile(of: try scores(entry.tasks), thresholds: entry.thresholds)
      for (place, share) in profile.shares.enumerated() {
        #expect(agrees(share.estimate, with: entry.profile[place], to: 1e-13))
        // Steps of one score, and the draws of both sides.
        let step = 1.5 / Double(entry.tasks.joined().count)
        #expect(abs(share.lower - entry.bands[place][0]) < step)
        #expect(abs(share.upper - entry.bands[place][1]) < step)
      }
    }
  }

  @Test func theProbabilityOfImprovementAgreesWithRliable() throws {
    for entry in stored.improvements {
      let (ours, theirs) = (try scores(entry.ours), try scores(entry.theirs))
      let bootstrap = StratifiedBootstrap(resamples: 20_000, random: random)
      let distribution = bootstrap.probabilityOfImprovement(of: ours, over: theirs)
      #expect(agrees(distribution.estimate, with: entry.probability, to: 1e-13))
      let interval = distribution.percentileInterval()
      // Four errors of the 2.5 % quantile of rliable's 2 000 draws, in parts of the width.
      let near = 0.06 * (entry.interval[1] - entry.interval[0])
      #expect(abs(interval.lower - entry.interval[0]) < near)
      #expect(abs(interval.upper - entry.interval[1]) < near)
      let swapped = bootstrap.probabilityOfImprovement(of: theirs, over: ours)
      #expect(abs(swapped.estimate + distribution.estimate - 1) < 1e-14)
      #expect(distribution.bcaInterval()?.contains(distribution.estimate) == true)
    }
  }

  @Test func equalScoresHaveNoSpread() throws {
    let scores = try scores([[0.1, 0.1, 0.1], [0.1, 0.1, 0.1]])
    let distributions = StratifiedBootstrap(resamples: 50, random: random).aggregates(of: scores)
    for aggregate in [Aggregate.mean, .median, .interquartileMean] {
      #expect(distributions[aggregate].percentileInterval().lower == 0.1)
      #expect(distributions[aggregate].percentileInterval().upper == 0.1)
      #expect(distributions[aggregate].bcaInterval() == nil)
    }
    #expect(scores.value(of: .optimalityGap, target: 0.1) == 0)
  }

  @Test func missingRunsMakeShorterTasksAndAnEmptyTaskNoScores() throws {
    let scores = try scores([[1, nil, 3], [nil, 5]])
    #expect(scores.tasks == [[1, 3], [5]])
    #expect(scores.value(of: .mean) == 3.5)
    #expect(scores.value(of: .median) == 3.5)
    #expect(scores.value(of: .interquartileMean) == 3)
    #expect(TaskScores(tasks: [[1], [nil]]) == nil)
    #expect(TaskScores(tasks: []) == nil)
  }

  @Test func aMethodsDistributionDependsOnItsScoresAlone() throws {
    let methods = try stored.aggregates.map { try scores($0.tasks) }
    let bootstrap = StratifiedBootstrap(resamples: 100, random: random)
    let both = bootstrap.aggregates(of: methods)
    #expect(both == methods.map { bootstrap.aggregates(of: $0) })
    #expect(both[0] != both[1])
    let other = StratifiedBootstrap(resamples: 100, random: random.stream("other"))
    #expect(other.aggregates(of: methods) != both)
  }

  @Test(arguments: [2, 7, 10, 60, 1_000])
  func manyTasksAndRunsResampleTheirMiddle(runs: Int) throws {
    // The interquartile mean of 0 ..< n is its middle, and so is every task's mean.
    let task = (0..<runs).map { Double($0) }
    let scores = try scores([[Double]](repeating: task, count: 50))
    let distributions = StratifiedBootstrap(resamples: 400, random: random).aggregates(of: scores)
    let middle = Double(runs - 1) / 2
    for aggregate in [Aggregate.mean, .median, .interquartileMean] {
      #expect(distributions[aggregate].estimate == middle)
      #expect(distributions[aggregate].percentileInterval(level: 0.999).contains(middle))
    }
  }

  @Test func theExpandedIntervalOfTheMeanComesNearItsStudentInterval() throws {
    let entry = stored.aggregates[0]
    let scores = try scores(entry.tasks)
    let distribution = StratifiedBootstrap(resamples: 40_000, random: random)
      .aggregates(of: scores)[.mean]
    // The variance of a mean over tasks, with degrees of freedom after Satterthwaite.
    let parts = entry.tasks.map { Observations($0).variance / Double($0.count) }
    let variance = parts.reduce(0, +)
    let freedom = variance * variance / parts.reduce(0) { $0 + $1 * $1 / 9 }
    let half =
      StudentDistribution(degreesOfFreedom: freedom).quantile(0.975) * variance.squareRoot()
      / Double(parts.count)
    let expanded = try #require(distribution.expandedInterval())
    #expect(agrees(expanded.upper - distribution.estimate, with: half, to: 0.03))
    #expect(agrees(distribution.estimate - expanded.lower, with: half, to: 0.03))
  }

  @Test func theWorkloadIsThatOfTheStudy() {
    let workload = AggregateWorkload()
    #expect(workload.methods.map(\.tasks.count) == [26, 26, 26, 26, 26])
    #expect(workload.methods.allSatisfy { $0.count == 260 })
    #expect(
      workload.aggregates(resamples: 10).map { $0[.mean].replicates.count } == [10, 10, 10, 10, 10])
  }
}
