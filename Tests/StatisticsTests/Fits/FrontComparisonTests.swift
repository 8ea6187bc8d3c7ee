import Foundation
import Statistics
import Testing

@Suite struct FrontComparisonTests {
  private struct Stored: Decodable {
    struct Comparison: Decodable {
      let costs: [[Double]]
      let qualities: [[Double]]
      let otherCosts: [[Double]]
      let otherQualities: [[Double]]
      let margin: Double
      let ratio: [Double]
    }

    let comparisons: [Comparison]
  }

  private func points(_ costs: [Double], _ qualities: [Double]) -> [SettingCurve.Point] {
    zip(costs, qualities).map { SettingCurve.Point(logCost: $0, quality: $1) }
  }

  @Test func comparisonsAgreeWithNumPy() throws {
    let stored: Stored = try StoredValues.load("settings")
    for entry in stored.comparisons {
      let finding = FrontComparison(
        zip(entry.otherCosts, entry.otherQualities).map(points),
        against: zip(entry.costs, entry.qualities).map(points), margin: entry.margin
      ).finding()
      let interval = try #require(finding.interval)
      #expect(agrees(finding.logCostRatio, with: entry.ratio[0], to: 1e-11))
      #expect(agrees(interval.lower, with: entry.ratio[1], to: 1e-9))
      #expect(agrees(interval.upper, with: entry.ratio[2], to: 1e-9))
      #expect(interval.count == entry.costs[0].count)
    }
  }

  @Test func onlyWhatNoCheaperSettingReachesIsOnTheFront() {
    let front = CostFront(points([3, 1, 0, 1, 2], [4, 2, 1, 3, 2]))
    #expect(front.points == points([0, 1, 3], [1, 3, 4]))
    #expect(front.best == 4)
    #expect(front.place(reaching: 2) == .init(logCost: 0.5, isCheapest: false))
    #expect(front.place(reaching: 3) == .init(logCost: 1, isCheapest: false))
    #expect(front.place(reaching: 3.5) == .init(logCost: 2, isCheapest: false))
    #expect(front.place(reaching: 1) == .init(logCost: 0, isCheapest: true))
    #expect(front.place(reaching: 0.5) == .init(logCost: 0, isCheapest: true))
    #expect(front.place(reaching: 4.1) == nil)
  }

  @Test func theQualityIsTheBestThatBothReachLessTheMargin() {
    // The first reaches 2 for a cost of 1; the second, 1.75 for as much as 1.75.
    let comparison = FrontComparison(
      [points([0, 0], [1, 1]), points([1, 1], [2, 2])],
      against: [points([0, 0], [0, 0]), points([3, 3], [3, 3])], margin: 0.25)
    let finding = comparison.finding()
    #expect(finding.quality == 1.75)
    #expect(finding.logCostRatio == 0.75 - 1.75)
    #expect(!finding.isFirstCheapest && !finding.isSecondCheapest)
    #expect(finding.interval?.lower == -1 && finding.interval?.upper == -1)
  }

  @Test func flatFrontsAreComparedAtTheirCheapestSettings() {
    let flat = [points([1], [0.9]), points([2], [0.901])]
    let finding = FrontComparison(
      flat, against: [points([1.5], [0.905]), points([3], [0.9])], margin: 0.01
    ).finding()
    #expect(finding.logCostRatio == -0.5)
    #expect(finding.isFirstCheapest && finding.isSecondCheapest)
    #expect(finding.interval == nil)
  }

  @Test func oneSettingIsAFrontOfItsOwn() {
    let better = FrontComparison(
      [points([2], [3])], against: [points([0], [0]), points([1], [1])], margin: 0
    ).finding()
    #expect(better.logCostRatio == 1)
    #expect(better.isFirstCheapest && !better.isSecondCheapest)
    let worse = FrontComparison(
      [points([2], [-1])], against: [points([0], [0]), points([1], [1])], margin: 0
    ).finding()
    #expect(worse.logCostRatio == 2)
    #expect(worse.isFirstCheapest && worse.isSecondCheapest)
  }
}
