import Comparison
import Experiment
import Foundation
import Testing

@Suite struct RendererTests {
  func report() throws -> ComparisonReport {
    let before = [0.10, 0.12, 0.11, 0.13]
    let ours =
      Fixture.cells("still", before)
      + Fixture.cells("fno", zip(before, [1.2, 1.22, 1.21, 1.19]).map { $0 * $1 })
      + Fixture.cells("unet", [0.1, 0.2])
    let theirs =
      Fixture.cells("still", before) + Fixture.cells("fno", before)
      + Fixture.cells("unet", [0.2, 0.1]) + Fixture.cells("a<b", [0.2])
    return try Comparer().compare(
      Fixture.errorFrame(ours), against: Fixture.errorFrame(theirs), named: "old", profile: .quick)
  }

  func golden(_ name: String) throws -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: tests.appending(path: "Golden/ComparisonTests/\(name)"), encoding: .utf8)
  }

  @Test func theTerminalTableNamesEveryRowAndTheReasons() throws {
    #expect(try report().text == golden("comparison.txt"))
  }

  @Test func theMarkdownPutsRegressionsFirst() throws {
    #expect(try report().markdown == golden("comparison.md"))
  }

  @Test func theJUnitFileFailsOnRegressionsAlone() throws {
    #expect(try report().junit == golden("comparison.xml"))
  }

  @Test func theJSONReadsBack() throws {
    let report = try report()
    let text = try report.json()
    #expect(try JSONDecoder().decode(ComparisonReport.self, from: Data(text.utf8)) == report)
    #expect(try report.json() == text)
  }
}
