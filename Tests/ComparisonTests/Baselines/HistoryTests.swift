import Comparison
import Experiment
import Foundation
import Testing

@Suite struct HistoryTests {
  func baseline(_ cells: [CellResult]) -> Baseline {
    Baseline(id: "old", profile: .quick, frame: Fixture.frame(cells))
  }

  @Test func aDifferenceListsEveryValueOnce() {
    let difference = BaselineDifference(
      from: baseline(Fixture.cells("fno", [0.5, 0.25]) + Fixture.cells("still", [0.5])),
      to: baseline(Fixture.cells("fno", [0.5, 0.75]) + Fixture.cells("unet", [nil, 0.5])))
    #expect(
      difference.text.contains(
        "~ waves/ripple/fno/seed 1/quick nmse rollout test 0.25 -> 0.75\n"))
    #expect(difference.text.contains("- waves/ripple/still/seed 0/quick skill rollout test 0.5\n"))
    #expect(difference.text.contains("+ waves/ripple/unet/seed 1/quick nmse rollout test 0.5\n"))
    #expect(
      difference.text.hasSuffix(
        "3 added, 3 removed, 2 changed; 0 cells with another key and the same values.\n"))
  }

  @Test func anotherKeyWithTheSameValuesIsCounted() {
    var cells = Fixture.cells("fno", [0.5])
    cells[0].key = "another"
    let difference = BaselineDifference(
      from: baseline(Fixture.cells("fno", [0.5])), to: baseline(cells))
    #expect(difference.entries.isEmpty)
    #expect(difference.rekeyed == cells.map(\.identity))
  }

  /// The text of `measurements.tsv` for one model's errors.
  func measurements(_ errors: [Double?]) throws -> String {
    try Fixture.withFolder { root in
      _ = try Baseline.save(
        Fixture.frame(Fixture.cells("fno", errors)), id: "old", profile: .quick, in: root)
      return try String(
        contentsOf: root.appending(path: "old/measurements.tsv"), encoding: .utf8)
    }
  }

  @Test func aSeriesHasAPlaceForEveryCommitThatHasTheValue() throws {
    let commits = try zip(["a", "b", "c"], [[0.5, 0.25], [0.75, 0.25], [0.5, 0.5]]).map {
      BaselineHistory.Commit(id: $0, date: "2024-01-0\($0)", measurements: try measurements($1))
    }
    let history = try BaselineHistory(commits, suites: [Fixture.suite()], profile: .quick)
    #expect(history.series.map(\.quantity) == [Fixture.error, Fixture.skill])
    #expect(history.series[0].commits == ["a", "b", "c"])
    #expect(history.series[0].values.map(\.estimate) == [0.375, 0.5, 0.5])
    #expect(history.series[0].model == "fno")
  }

  @Test func aStateThatCannotBeReadIsNamedByItsCommit() throws {
    let commit = BaselineHistory.Commit(id: "abc", date: "", measurements: "nonsense\n")
    let error = try #require(throws: AssayError.self) {
      try BaselineHistory([commit], profile: .quick)
    }
    #expect(error.location == "abc:measurements.tsv:1")
  }
}
