import Foundation
import Statistics
import Testing

@Suite struct SurvivalTests {
  struct Stored: Decodable {
    struct Curve: Decodable {
      let times: [Double]
      let events: [Bool]
      /// Time, survival, ends of its interval.
      let points: [[Double]]
      let limit: Double
      /// The restricted mean and its error.
      let restricted: [Double]
      let median: Double?
    }

    struct LogRank: Decodable {
      let times: [[Double]]
      let events: [[Bool]]
      let result: [Double]
    }

    let curves: [Curve]
    let logRanks: [LogRank]
  }

  let stored: Stored

  init() throws { stored = try StoredValues.load("survival") }

  private func times(_ times: [Double], _ events: [Bool]) throws -> SurvivalTimes {
    try #require(SurvivalTimes(zip(times, events).map { .init($0, isEvent: $1) }))
  }

  @Test func curvesAndBandsAgreeWithLifelines() throws {
    for entry in stored.curves {
      let curve = SurvivalCurve(try times(entry.times, entry.events))
      for point in entry.points {
        let interval = try #require(curve.interval(at: point[0]))
        #expect(agrees(interval.estimate, with: point[1], to: 1e-12))
        #expect(agrees(interval.lower, with: point[2], to: 1e-9))
        #expect(agrees(interval.upper, with: point[3], to: 1e-9))
        #expect(curve.survival(at: point[0]) == interval.estimate)
      }
      #expect(curve.median == entry.median)
    }
  }

  @Test func restrictedMeansAgreeWithLifelinesAndTheirDefinition() throws {
    for entry in stored.curves {
      let curve = SurvivalCurve(try times(entry.times, entry.events))
      let mean = try #require(curve.restrictedMean(upTo: entry.limit))
      #expect(agrees(mean.estimate, with: entry.restricted[0], to: 1e-12))
      let error = (mean.upper - mean.lower) / 2 / NormalDistribution.quantile(0.975)
      #expect(agrees(error, with: entry.restricted[1], to: 1e-10))
    }
  }

  @Test func logRankTestsAgreeWithLifelines() throws {
    for entry in stored.logRanks {
      let sides = try zip(entry.times, entry.events).map { try times($0, $1) }
      let result = try #require(LogRankTest.compare(sides[0], sides[1]))
      #expect(agrees(result.statistic, with: entry.result[0], to: 1e-10))
      #expect(agrees(result.pValue, with: entry.result[1], to: 1e-10))
      let swapped = try #require(LogRankTest.compare(sides[1], sides[0]))
      #expect(agrees(swapped.statistic, with: result.statistic, to: 1e-12))
    }
  }

  @Test func withoutCensoringSurvivalIsTheShareLeft() throws {
    let curve = SurvivalCurve(try times([3, 1, 2, 2], [true, true, true, true]))
    #expect(curve.survival(at: 0.5) == 1)
    #expect(curve.survival(at: 1) == 0.75)
    #expect(abs(try #require(curve.survival(at: 2.5)) - 0.25) < 1e-15)
    #expect(curve.survival(at: 9) == 0)
    #expect(curve.restrictedMean(upTo: 3)?.estimate == 2)
    #expect(curve.restrictedMean(upTo: 30)?.estimate == 2)
  }

  @Test func nothingIsSaidBeyondTheLastCensoredTime() throws {
    let curve = SurvivalCurve(try times([1, 4], [true, false]))
    #expect(curve.survival(at: 4) == 0.5)
    #expect(curve.survival(at: 5) == nil)
    #expect(curve.interval(at: 5) == nil)
    #expect(curve.interval(at: 0.5) == nil)
    #expect(curve.restrictedMean(upTo: 5) == nil)
    #expect(curve.median == 1 && curve.quantile(0.6) == nil)
    #expect(SurvivalTimes([]) == nil)
  }

  @Test func aRunThatNeverFailsHasNoEventToCompare() throws {
    let calm = try times([5, 5], [false, false])
    #expect(LogRankTest.compare(calm, calm) == nil)
    #expect(SurvivalCurve(calm).survival(at: 5) == 1)
    #expect(SurvivalCurve(calm).restrictedMean(upTo: 5)?.lower == 5)
  }
}
