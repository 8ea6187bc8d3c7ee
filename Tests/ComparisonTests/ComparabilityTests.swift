import Comparison
import Experiment
import Testing

@Suite struct ComparabilityTests {
  let values = [0.10, 0.12, 0.11]

  func compare(_ ours: ResultFrame, _ theirs: ResultFrame) throws -> ComparisonReport {
    try Comparer().compare(ours, against: theirs, named: "old", profile: .quick)
  }

  /// Cells on two tasks, of which the second can be made unlike the baseline's.
  func cells(_ change: (inout CellResult) -> Void = { _ in }) -> [CellResult] {
    Fixture.cells("fno", values)
      + Fixture.cells("fno", values, task: "storm").map { cell in
        var cell = cell
        change(&cell)
        return cell
      }
  }

  func frame(_ cells: [CellResult], instructions: String = "x86-64-v3") -> ResultFrame {
    var frame = Fixture.frame(cells, suites: [Fixture.suite(tasks: ["ripple", "storm"])])
    frame.runs[0].environment.facts["instructions"] = instructions
    return frame
  }

  @Test func dataOfAnotherOriginAreLeftOutWithTheirReason() throws {
    let report = try compare(frame(cells { $0.dataOrigin = .imported }), frame(cells()))
    #expect(Set(report.rows.map(\.task)) == ["ripple"])
    #expect(
      report.incomparable == [
        IncomparablePart(
          suite: "waves", task: "storm",
          reason: "the data are imported here and generated in the baseline")
      ])
    #expect(!report.hasRegression)
  }

  @Test func otherDataUnderTheSameNameAreLeftOut() throws {
    let ours = frame(cells { $0.configuration = "{\"data\":\"aaaabbbbccccdddd\"}" })
    let theirs = cells { $0.configuration = "{\"data\":\"eeeeffffgggghhhh\"}" }
    let report = try compare(ours, frame(theirs))
    #expect(
      report.incomparable.map(\.reason) == [
        "the data are not those of the baseline (hash aaaabbbbcccc here, eeeeffffgggg there)"
      ])
    // Another processor may round generated data otherwise, which makes them no other data.
    let elsewhere = try compare(ours, frame(theirs, instructions: "armv8"))
    #expect(elsewhere.incomparable.isEmpty)
  }

  @Test func aTaskWithOtherParametersIsLeftOut() throws {
    func configuration(_ frames: Int) -> String {
      "{\"task\":{\"name\":\"wave\",\"parameters\":\"{\\\"frames\\\":\(frames)}\"}}"
    }
    let report = try compare(
      frame(cells { $0.configuration = configuration(20) }),
      frame(cells { $0.configuration = configuration(10) }))
    #expect(
      report.incomparable.map(\.reason) == [
        "the task's parameters changed since the baseline was saved"
      ])
  }

  @Test func aModelOnOtherDataIsLeftOutAlone() throws {
    let ours = Fixture.cells("fno", values) + Fixture.cells("unet", values, origin: .imported)
    let theirs = Fixture.cells("fno", values) + Fixture.cells("unet", values)
    let report = try compare(Fixture.errorFrame(ours), Fixture.errorFrame(theirs))
    #expect(report.rows.map(\.model) == ["fno"])
    #expect(report.incomparable.map(\.model) == ["unet"])
  }

  @Test func aMetricOfAnotherVersionIsLeftOut() throws {
    let cells = Fixture.cells("fno", values)
    let report = try compare(
      Fixture.frame(cells, suites: [Fixture.suite(version: 2)]), Fixture.frame(cells))
    #expect(report.rows.map(\.quantity) == [Fixture.skill])
    #expect(
      report.incomparable == [
        IncomparablePart(
          suite: "waves", task: "ripple", quantity: Fixture.error,
          reason: "'nmse' is of version 2 here and of version 1 in the baseline")
      ])
  }

  @Test func aTaskThatTheSuiteDroppedIsLeftOutAndNoRegression() throws {
    let report = try compare(
      Fixture.frame(Fixture.cells("fno", values)), frame(cells()))
    #expect(report.incomparable.map(\.task) == ["storm"])
    #expect(report.incomparable.map(\.reason) == ["the suite has no such task any more"])
    #expect(!report.hasRegression)
  }

  @Test func aQuantityThatNoLongerRanksIsListed() throws {
    let cells = Fixture.cells("fno", values)
    let report = try compare(Fixture.errorFrame(cells), Fixture.frame(cells))
    #expect(report.incomparable.map(\.quantity) == [Fixture.skill])
  }

  @Test func anotherProfileIsListedWithItsName() throws {
    let other = Fixture.suite("heat")
    let ours = Fixture.frame(
      Fixture.cells("fno", values)
        + Fixture.cells("fno", values, suite: "heat", profile: .standard),
      suites: [Fixture.suite(), other])
    let theirs = Fixture.frame(
      Fixture.cells("fno", values) + Fixture.cells("fno", values, suite: "heat"),
      suites: [Fixture.suite(), other])
    let report = try compare(ours, theirs)
    #expect(
      report.incomparable.map(\.reason) == [
        "it was run at profile standard here and at quick in the baseline"
      ])
  }

  @Test func nothingComparableIsAnErrorThatSaysWhy() {
    #expect(
      throws: AssayError(
        .badInput, where: "baseline old",
        found: "nothing that can be compared: waves/ripple: 'nmse' is of version 2 here and of "
          + "version 1 in the baseline",
        expected: "cells of the same task, data and metrics on both sides",
        remedy: "measure the baseline again and save it with 'assay baseline save'")
    ) {
      try compare(
        Fixture.errorFrame(Fixture.cells("fno", values), version: 2),
        Fixture.errorFrame(Fixture.cells("fno", values)))
    }
  }
}
