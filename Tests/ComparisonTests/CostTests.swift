import Comparison
import Experiment
import Testing

@Suite struct CostTests {
  func cells(
    seconds: [Double], peak: Double = 100, concurrent: Int = 2, reference: Double = 3,
    elsewhere: Double = 0
  ) -> [CellResult] {
    zip(Fixture.cells("fno", seconds.map { _ in 0.1 }), seconds).map { cell, seconds in
      var cell = cell
      cell.evaluation.measurements.removeAll { $0.kind == .cost }
      for (metric, value) in [("training-seconds", seconds), ("reference-milliseconds", reference)]
      {
        cell.evaluation.measurements.append(
          Measurement(
            metric: metric, split: "train", evaluation: "cost", value: .value(value),
            sampleCount: 1, kind: .cost))
      }
      cell.resources = ResourceUse(
        wallSeconds: seconds, peakMebibytes: peak, concurrentCells: concurrent,
        foreignLoad: elsewhere)
      return cell
    }
  }

  let before = [10.0, 10.2, 9.9]
  let slow = [15.0, 15.2, 14.9]

  func compare(
    _ ours: [CellResult], _ theirs: [CellResult], cpu: String = "abacus",
    costMargin: Double? = 0.25
  ) throws -> ComparisonReport {
    var frame = Fixture.errorFrame(ours)
    frame.runs[0].environment.facts["cpu"] = cpu
    return try Comparer(costMargin: costMargin).compare(
      frame, against: Fixture.errorFrame(theirs), named: "old", profile: .quick)
  }

  @Test func aSlowerTrainingIsARegressionThoughTheErrorIsTheSame() throws {
    let report = try compare(cells(seconds: slow), cells(seconds: before))
    #expect(report.rows.map(\.verdict) == [.equivalent])
    #expect(report.costs.map(\.cost) == ["training-seconds", "peak-memory"])
    #expect(report.costs.map(\.verdict) == [.worse, .equivalent])
    #expect(report.costs.map(\.unit) == ["s", "MiB"])
    #expect(report.hasRegression)
    #expect(report.tally.hasSuffix("1 regression."))
  }

  @Test func aChangeWithinTheCostMarginIsEquivalent() throws {
    let report = try compare(cells(seconds: before.map { $0 * 1.1 }), cells(seconds: before))
    #expect(report.costs.map(\.verdict) == [.equivalent, .equivalent])
  }

  @Test func anotherMachineIsShownAndNotJudged() throws {
    let report = try compare(cells(seconds: slow), cells(seconds: before), cpu: "slide rule")
    #expect(report.costs.allSatisfy { $0.verdict == nil && $0.ratio != nil })
    #expect(
      report.costs[0].sentence
        == "not judged: measured on another machine (cpu slide rule here, abacus in the baseline).")
    #expect(!report.hasRegression)
  }

  @Test func anotherNumberOfCellsAtOnceIsNotJudged() throws {
    let report = try compare(cells(seconds: slow, concurrent: 1), cells(seconds: before))
    #expect(
      report.costs[0].sentence
        == "not judged: measured with 1 cells at once here and 2 in the baseline.")
  }

  @Test func aMachineThatBecameSlowerExcusesTimesButNotMemory() throws {
    let report = try compare(
      cells(seconds: slow, peak: 200, reference: 4.5), cells(seconds: before, reference: 3))
    #expect(report.costs.map(\.verdict) == [nil, .worse])
    #expect(
      report.costs[0].sentence
        == "not judged: a fixed piece of work took 1.5 times as long, so the machine was not as "
        + "fast.")
  }

  @Test(arguments: [(1.0, 0.0, "here"), (0, 1, "in the baseline")])
  func otherProgramsExcuseTimesButNotMemory(ours: Double, theirs: Double, place: String) throws {
    let report = try compare(
      cells(seconds: slow, peak: 200, elsewhere: ours), cells(seconds: before, elsewhere: theirs))
    #expect(report.costs.map(\.verdict) == [nil, .worse])
    #expect(
      report.costs[0].sentence == "not judged: other programs kept 1 cores busy \(place).")
  }

  @Test func aMomentOfOtherProgramsExcusesNothing() throws {
    let report = try compare(cells(seconds: slow, elsewhere: 0.2), cells(seconds: before))
    #expect(report.costs.map(\.verdict) == [.worse, .equivalent])
  }

  @Test func aSmallChangeOfMemoryIsNotJudged() throws {
    let report = try compare(cells(seconds: before, peak: 140), cells(seconds: before))
    #expect(report.costs.map(\.verdict) == [.equivalent, nil])
    #expect(
      report.costs[1].sentence
        == "not judged: the change is below 64 MiB, as much as the program's own file makes.")
    #expect(!report.hasRegression)
  }

  @Test func resourcesThatAreNotKnownAreNotJudged() throws {
    var theirs = cells(seconds: before)
    for place in theirs.indices { theirs[place].resources = ResourceUse() }
    let report = try compare(cells(seconds: slow), theirs)
    #expect(report.costs.map(\.cost) == ["training-seconds"])
    #expect(
      report.costs[0].sentence
        == "not judged: how many cells ran at once is not known on both sides.")
  }

  @Test func costsCanBeShownWithoutAVerdict() throws {
    let report = try compare(cells(seconds: slow), cells(seconds: before), costMargin: nil)
    #expect(report.costs.allSatisfy { $0.verdict == nil })
    #expect(report.costs[0].sentence == "not judged: costs are shown, not judged.")
  }
}
