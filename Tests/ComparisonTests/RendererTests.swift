import Comparison
import Experiment
import Foundation
import TestSupport
import Testing

@Suite struct RendererTests {
  func report() throws -> ComparisonReport {
    let before = [0.10, 0.12, 0.11, 0.13]
    let ours =
      Fixture.cells("still", before)
      + Fixture.cells("fno", zip(before, [1.2, 1.22, 1.21, 1.19]).map { $0 * $1 })
      + Fixture.cells("unet", [0.1, 0.2]) + Fixture.cells("cape", before, origin: .imported)
    let theirs =
      Fixture.cells("still", before) + Fixture.cells("fno", before)
      + Fixture.cells("unet", [0.2, 0.1]) + Fixture.cells("a<b", [0.2])
      + Fixture.cells("cape", before)
    return try Comparer().compare(
      Fixture.errorFrame(ours), against: Fixture.errorFrame(theirs), named: "old", profile: .quick)
  }

  @Test func theTerminalTableNamesEveryRowAndTheReasons() throws {
    try Golden.check(report().text, "comparison.txt")
  }

  @Test func theMarkdownPutsRegressionsFirst() throws {
    try Golden.check(report().markdown, "comparison.md")
  }

  @Test func theJUnitFileFailsOnRegressionsAlone() throws {
    try Golden.check(report().junit, "comparison.xml")
  }

  @Test func trackersOfBenchmarksGetTheirForms() throws {
    try Golden.check(report().githubActionBenchmark, "comparison-github.json")
    try Golden.check(report().bencherMetricFormat, "comparison-bencher.json")
    for text in [try report().githubActionBenchmark, try report().bencherMetricFormat] {
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }
  }

  @Test func theJSONReadsBack() throws {
    let report = try report()
    let text = try report.json()
    #expect(try JSONDecoder().decode(ComparisonReport.self, from: Data(text.utf8)) == report)
    #expect(try report.json() == text)
  }
}
