import Comparison
import Experiment
import Foundation
import Testing

/// Files of a baseline that someone else has written.
@Suite struct HostileBaselineTests {
  private static let name = "waves\tripple\tfno\t0"

  /// What is wrong with a saved baseline after `old` in `file` became `new`, without the complaint that
  /// the file was edited.
  private func problems(_ file: String, _ old: String, _ new: String) throws -> [String] {
    try Fixture.withFolder { root in
      let frame = Fixture.errorFrame(Fixture.cells("fno", [0.25, 0.5]))
      try Baseline.save(frame, id: "old", profile: .quick, in: root)
      let url = root.appending(path: "old/\(file)")
      let text = try String(contentsOf: url, encoding: .utf8)
      #expect(text.contains(old))
      try Data(text.replacing(old, with: new).utf8).write(to: url)
      return Baseline.verify(at: root.appending(path: "old"))
        .map { $0.description.replacing("\(root.lastPathComponent)/", with: "") }
        .filter { !$0.contains("an edited file") }
    }
  }

  @Test(arguments: ["nan", "inf", "-inf", "1e999", "0x1p2000", "", "one", "1,5", "NaN"])
  func aValueThatIsNoFiniteNumberIsToldWithItsLine(value: String) throws {
    #expect(
      try problems("measurements.tsv", "\t0.25\t", "\t\(value)\t") == [
        "old/measurements.tsv:2: value '\(value)'; expected a finite number; "
          + "correct the line, or restore the file from version control."
      ])
  }

  @Test(arguments: ["9223372036854775808", "1.5", "-", " 0", "0x10"])
  func aSeedThatIsNoIntegerIsToldWithItsLine(seed: String) throws {
    let found = try problems(
      "measurements.tsv", "\(Self.name)\tnmse\trollout\ttest\t0\t",
      "waves\tripple\tfno\t\(seed)\tnmse\trollout\ttest\t0\t")
    #expect(
      found.first?.hasPrefix("old/measurements.tsv:2: seed '\(seed)'; expected a whole") == true)
  }

  @Test func aLineTwiceIsRefused() throws {
    let line = "\(Self.name)\tnmse\trollout\ttest\t0\t0.25\t4\tresult\n"
    #expect(
      try problems("measurements.tsv", line, line + line).first?
        .hasPrefix("old/measurements.tsv:3: a second value of the same name") == true)
  }

  @Test func aTabTooManyIsRefused() throws {
    #expect(
      try problems("cells.tsv", "\tdone\t\t", "\tdone\t\t\t").first?
        .hasPrefix("old/cells.tsv:2: 12 fields; expected 11 fields parted by tabs") == true)
  }

  @Test(arguments: ["../../etc", "a'; DROP TABLE cells; --", "<b>", "\"quoted\"", "=1+1"])
  func aNameThatNoSuiteDescribesIsRefusedAndNeverAPath(name: String) throws {
    let found = try Fixture.withFolder { root in
      let cells = Fixture.cells("fno", [0.25], task: name)
      #expect(throws: AssayError.self) {
        try Baseline.save(
          Fixture.frame(cells, suites: [Fixture.suite()]), id: "old", profile: .quick, in: root)
      }
      // Nothing but the folder of the baseline was written.
      let written = try FileManager.default.contentsOfDirectory(atPath: root.path)
      #expect(written == ["old"])
      return Baseline.verify(at: root.appending(path: "old")).map(\.found)
    }
    #expect(found == ["waves/\(name)/fno/seed 0/quick"])
  }

  @Test(arguments: ["../old", "/tmp/x", "a/b", "", ".", "..", "a b", "published", "A", "é", "a\0b"])
  func anIdThatIsNoFolderNameIsRefused(id: String) throws {
    try Fixture.withFolder { root throws in
      #expect(throws: AssayError.self) {
        try Baseline.save(
          Fixture.errorFrame(Fixture.cells("fno", [0.25])), id: id, profile: .quick, in: root)
      }
      #expect(throws: AssayError.self) { try Baseline.load(id, in: root) }
      let written = try FileManager.default.contentsOfDirectory(atPath: root.path)
      #expect(written == [])
    }
  }

  @Test func aHeaderOfAnyDepthIsRefused() throws {
    let deep = String(repeating: "[", count: 100_000)
    let found = try problems("baseline.json", "\"suites\" : [", "\"suites\" : [" + deep)
    #expect(found.first?.contains("text that is no valid JSON") == true)
  }

  @Test func aNumberBeyondIntegersInTheCostsIsNoTrap() throws {
    let count = try Fixture.withFolder { root in
      var cells = Fixture.cells("fno", [0.25])
      cells[0].resources = ResourceUse(wallSeconds: 1, concurrentCells: 3)
      try Baseline.save(Fixture.errorFrame(cells), id: "old", profile: .quick, in: root)
      let url = root.appending(path: "old/costs.tsv")
      let old = "concurrent-cells\tresources\tall\t0\t3.0"
      let text = try String(contentsOf: url, encoding: .utf8)
      let edited = text.replacing(old, with: old.dropLast(3) + "1e300")
      try Data(edited.utf8).write(to: url)
      return text == edited ? -1 : Baseline.verify(at: root.appending(path: "old")).count
    }
    // The one problem is the edit itself.
    #expect(count == 1)
  }
}
