import Foundation
import Randomness
import Statistics
import Testing

@Suite struct ProfileTests {
  struct Stored: Decodable {
    struct Profile: Decodable {
      /// −1 stands for a problem that was not solved.
      let costs: [[Double]]
      let limits: [Double]
      let shares: [[Double]]
    }

    struct RunningTimes: Decodable {
      /// Time and value.
      let traces: [[[Double]]]
      let targets: [Double]
      let expected: [Double?]
    }

    let profiles: [Profile]
    let runningTimes: [RunningTimes]
  }

  let stored: Stored
  let random = RandomStream(seed: 8).stream("profiles")

  init() throws { stored = try StoredValues.load("fits") }

  private func profile(_ entry: Stored.Profile) throws -> ProblemProfile {
    try #require(
      ProblemProfile.performance(
        costs: entry.costs.map { $0.map { $0 < 0 ? .infinity : $0 } }))
  }

  @Test func performanceProfilesAgreeWithTheirDefinition() throws {
    for entry in stored.profiles {
      let profile = try profile(entry)
      for (method, shares) in entry.shares.enumerated() {
        #expect(entry.limits.map { profile.share(of: method, within: $0) } == shares)
        #expect(profile.solvedShare(of: method) == shares.last)
        let steps = profile.steps(of: method)
        #expect(steps.allSatisfy { profile.share(of: method, within: $0.limit) == $0.share })
        #expect(steps.map(\.limit) == steps.map(\.limit).sorted())
      }
    }
  }

  @Test func tiesCountForAllAndUnsolvedProblemsForNone() throws {
    let profile = try #require(
      ProblemProfile.performance(
        costs: [[1, 1, 2], [0, 0, 3], [.infinity, .infinity, .infinity]]))
    #expect(profile.costs[0] == [1, 1, 2])
    #expect(profile.costs[1] == [1, 1, .infinity])
    #expect(profile.share(of: 0, within: 1) == 2 / 3.0)
    #expect(profile.share(of: 2, within: 1e9) == 1 / 3.0)
    #expect(ProblemProfile.performance(costs: []) == nil)
    #expect(ProblemProfile.performance(costs: [[1], [1, 2]]) == nil)
  }

  @Test func bandsHoldTheCurveAndComeFromTheBinomial() throws {
    // Half of 40 problems at 1, the rest at 3: a resampled share is binomial, deviation √(1/4 / 40).
    let costs = (0..<40).map { [$0 % 2 == 0 ? 1.0 : 3.0, 1.0] }
    let profile = try #require(ProblemProfile.performance(costs: costs))
    let band = profile.band(
      of: 0, at: [1, 2, 4], bootstrap: StratifiedBootstrap(resamples: 4_000, random: random))
    #expect(band.map(\.estimate) == [0.5, 0.5, 1])
    #expect(abs(band[0].lower - (0.5 - 1.96 * 0.079)) < 0.026)
    #expect(band[1].upper == band[0].upper && band[2].lower == 1)
  }

  @Test func dataProfilesCountSimplexGradients() throws {
    let profile = try #require(
      ProblemProfile.data(evaluations: [[30, 60], [11, .infinity]], dimensions: [2, 10]))
    #expect(profile.costs == [[10, 20], [1, .infinity]])
    #expect(profile.share(of: 0, within: 1) == 0.5)
    #expect(profile.solvedShare(of: 1) == 0.5)
  }

  private func runs(_ entry: Stored.RunningTimes) throws -> TargetRuns {
    try #require(
      TargetRuns(
        traces: entry.traces.map { $0.map { (time: $0[0], value: $0[1]) } },
        targets: entry.targets))
  }

  @Test func expectedRunningTimesAgreeWithTheirDefinition() throws {
    for entry in stored.runningTimes {
      let runs = try runs(entry)
      for (place, expected) in entry.expected.enumerated() {
        let found = runs.expectedRunningTime(toTarget: place)
        if let expected {
          #expect(agrees(try #require(found), with: expected, to: 1e-14))
        } else {
          #expect(found == nil)
        }
      }
      let steps = runs.steps
      #expect(steps.allSatisfy { runs.shareReached(within: $0.limit) == $0.share })
    }
  }

  @Test func simulatedRestartsHaveTheExpectedRunningTime() throws {
    let traces: [[(time: Double, value: Double)]] = [
      [(2, 0.5), (5, 0.1)], [(8, 1)], [(4, 0.05)], [(10, 0.9)],
    ]
    let runs = try #require(TargetRuns(traces: traces, targets: [0.1]))
    #expect(runs.expectedRunningTime(toTarget: 0) == 27 / 2.0)
    let steps = runs.restartedSteps(draws: 20_000, random: random)
    #expect(steps.last?.share == 1)
    let shares = [0] + steps.map(\.share)
    let mean = zip(steps, zip(shares.dropFirst(), shares)).reduce(0) {
      $0 + $1.0.limit * ($1.1.0 - $1.1.1)
    }
    // The number of failures is geometric; the deviation of a length is about 13.
    #expect(abs(mean - 13.5) < 4 * 13 / 20_000.0.squareRoot())
    let missed = try #require(TargetRuns(traces: traces, targets: [0.1, 0.001]))
    #expect(missed.restartedSteps(random: random).last?.share == 0.5)
    #expect(TargetRuns(traces: [[]], targets: [1]) == nil)
  }

  @Test func targetsHaveEqualRatios() {
    let targets = TargetRuns.targets(from: 1, to: 1e-3, count: 4)
    for (target, expected) in zip(targets, [1, 0.1, 0.01, 0.001]) {
      #expect(agrees(target, with: expected, to: 1e-14))
    }
  }
}
