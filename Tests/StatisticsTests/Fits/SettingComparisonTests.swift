import Foundation
import Statistics
import Testing

@Suite struct SettingComparisonTests {
  private struct Stored: Decodable {
    struct Comparison: Decodable {
      let costs: [[Double]]
      let qualities: [[Double]]
      let methodCost: [Double]
      let methodQuality: [Double]
      let gain: [Double]
    }

    let comparisons: [Comparison]
  }

  private func points(_ costs: [Double], _ qualities: [Double]) -> [SettingCurve.Point] {
    zip(costs, qualities).map { SettingCurve.Point(logCost: $0, quality: $1) }
  }

  @Test func comparisonsAgreeWithNumPy() throws {
    let stored: Stored = try StoredValues.load("settings")
    for entry in stored.comparisons {
      let comparison = SettingComparison(
        settings: zip(entry.costs, entry.qualities).map(points),
        method: points(entry.methodCost, entry.methodQuality))
      guard case .interval(let interval) = comparison.qualityGain() else {
        Issue.record("no interval: \(comparison.qualityGain())")
        continue
      }
      #expect(agrees(interval.estimate, with: entry.gain[0], to: 1e-11))
      #expect(agrees(interval.lower, with: entry.gain[1], to: 1e-9))
      #expect(agrees(interval.upper, with: entry.gain[2], to: 1e-9))
      #expect(interval.count == entry.methodCost.count)
    }
  }

  @Test func aCurveIsReadBetweenItsEndsOnly() throws {
    let curve = try #require(SettingCurve(points([2, 0, 1], [5, 1, 3])))
    #expect(curve.quality(atLogCost: 0.5) == .value(2))
    #expect(curve.quality(atLogCost: 0) == .value(1))
    #expect(curve.quality(atLogCost: 2) == .value(5))
    #expect(curve.quality(atLogCost: -0.1) == .below)
    #expect(curve.quality(atLogCost: 2.1) == .above)
  }

  @Test func settingsOfOneCostAreOne() throws {
    let curve = try #require(SettingCurve(points([0, 1, 1], [1, 2, 4])))
    #expect(curve.points == points([0, 1], [1, 3]))
    #expect(SettingCurve(points([1, 1], [2, 4])) == nil)
  }

  @Test func aSeedWithoutWhichTheCurveEndsBeforeLeavesNoInterval() {
    // Without the third seed the method is dearer than every setting.
    let comparison = SettingComparison(
      settings: [points([0, 0, 0], [0, 0, 0]), points([2, 2, 2], [2, 2, 2])],
      method: points([2.4, 2.4, -1.8], [2, 2, 2]))
    guard case .point(let gain) = comparison.qualityGain() else {
      Issue.record("not a point: \(comparison.qualityGain())")
      return
    }
    #expect(agrees(gain, with: 1, to: 1e-12))
  }

  @Test func oneSeedHasNoIntervalAndOneSettingNoCurve() {
    let one = SettingComparison(
      settings: [points([0], [0]), points([2], [2])], method: points([0.5], [1]))
    #expect(one.qualityGain() == .point(0.5))
    let alone = SettingComparison(settings: [points([0], [0])], method: points([0.5], [1]))
    #expect(alone.qualityGain() == .noCurve)
    let dearer = SettingComparison(
      settings: [points([0], [0]), points([2], [2])], method: points([3], [2.5]))
    #expect(dearer.qualityGain() == .above)
  }

  @Test func theJackknifeOfAMeanIsStudents() throws {
    let values = [1.0, 4, 2, 8]
    let student = try #require(ConfidenceInterval.studentMean(of: values))
    let left = values.map { (15 - $0) / 3 }
    let jackknife = try #require(Jackknife.interval(estimate: 3.75, leftOneOut: left))
    #expect(agrees(jackknife.lower, with: student.lower, to: 1e-12))
    #expect(agrees(jackknife.upper, with: student.upper, to: 1e-12))
    #expect(Jackknife.interval(estimate: 1, leftOneOut: [1]) == nil)
  }

  @Test func theIntervalsCoverAsTheyClaim() {
    for study in CoverageStudy.studies(of: .settings) {
      #expect(study.agrees, "\(study.name): \(study.observed)")
    }
  }
}
