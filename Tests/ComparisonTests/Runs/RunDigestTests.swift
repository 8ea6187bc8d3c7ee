import Comparison
import Experiment
import Foundation
import TestSupport
import Testing

@Suite struct RunDigestTests {
  /// Two models of which one failed at a seed, and a cell that nobody ran.
  func digest(comparison: ComparisonReport? = nil) -> RunDigest {
    var cells = Fixture.cells("still", [0.5, 0.6]) + Fixture.cells("fno", [0.1, nil])
    for place in cells.indices {
      cells[place].resources = ResourceUse(
        wallSeconds: 1 + Double(place) / 8, peakMebibytes: 100 + Double(place))
    }
    cells[3].failure = .raised
    cells[3].state = .failed
    cells[3].reason = "a|b: 100 % of <x> are\nnot numbers, at 3:4"
    var skipped = cells[0]
    skipped = CellResult(
      identity: CellIdentity(
        suite: "waves", task: "ripple", model: "unet", seed: 0, profile: .quick), key: "key-unet-0",
      state: .skipped, reason: "too large")
    cells.append(skipped)
    let absent = CellIdentity(
      suite: "waves", task: "ripple", model: "unet", seed: 1, profile: .quick)
    return RunDigest(
      Fixture.errorFrame(cells), profile: .quick, expected: cells.map(\.identity) + [absent],
      logs: ["key-fno-1": "Traceback:\n\t<x> & y\u{1B}[0m\n"], comparison: comparison)
  }

  func comparison(_ factor: Double) throws -> ComparisonReport {
    let before = [0.10, 0.12, 0.11, 0.13]
    return try Comparer().compare(
      Fixture.errorFrame(Fixture.cells("fno", before.map { $0 * factor })),
      against: Fixture.errorFrame(Fixture.cells("fno", before)), named: "old", profile: .quick)
  }

  @Test func theTallyCountsStatesAndWhatIsMissing() {
    #expect(digest().tally == "5 cells: 3 done, 1 failed, 1 skipped; 1 more were not run")
    #expect(digest().failures.map(\.key) == ["key-fno-1"])
  }

  @Test func theJUnitFileHasATestForEachCellAndGate() throws {
    try Golden.check(digest(comparison: comparison(2)).junit, "run.xml")
  }

  @Test func theSummaryTellsFailuresBeforeNumbers() throws {
    try Golden.check(digest().markdown, "run.md")
  }

  @Test func annotationsEscapeWhatAWorkflowCommandMeans() throws {
    try Golden.check(digest(comparison: comparison(2)).githubAnnotations, "run-github.txt")
    try Golden.check(digest().plainAnnotations, "run-plain.txt")
    let lines = digest().githubAnnotations.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::notice ") })
  }

  @Test func manyErrorsAreCutAndCounted() {
    let digest = RunDigest(
      Fixture.errorFrame(Fixture.cells("fno", Array(repeating: nil, count: 30))), profile: .quick)
    let lines = digest.githubAnnotations.split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines[9] == "::error title=Assay::and 22 more")
  }

  @Test func theCodeQualityReportIsJSONWithStableFingerprints() throws {
    let text = digest().codeQuality
    let issues = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(issues.count == 3)
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == 3)
    #expect(issues.allSatisfy { $0["severity"] as? String == "major" })
    let good = RunDigest(Fixture.errorFrame(Fixture.cells("fno", [0.1])), profile: .quick)
    #expect(
      try JSONSerialization.jsonObject(with: Data(good.codeQuality.utf8)) as? [String] == [])
  }

  @Test func aRunWithoutCellsPassesNoGate() {
    let empty = RunDigest(Fixture.errorFrame([]), profile: .quick)
    #expect(empty.junit.contains("there is no cell"))
    #expect(empty.codeQuality.contains("there is no cell"))
  }

  @Test func aRunWithoutFlawsPassesEveryGate() throws {
    let digest = RunDigest(
      Fixture.errorFrame(Fixture.cells("fno", [0.1, 0.2])), profile: .quick,
      comparison: try comparison(1))
    #expect(!digest.junit.contains("<failure"))
    #expect(digest.githubAnnotations == "::notice title=Assay::2 cells: 2 done\n")
  }
}
