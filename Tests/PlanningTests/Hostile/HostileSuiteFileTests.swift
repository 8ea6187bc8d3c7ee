import Experiment
import Foundation
import Planning
import TestSupport
import Testing

/// Files that were made to exhaust whoever reads them, or that only look like text.
@Suite struct HostileSuiteFileTests {
  private func message(_ text: String) -> String {
    do {
      _ = try SuiteFile.load(text: text, name: "suite.yaml", catalogue: Example.catalogue)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  private func message(_ bytes: Data) throws -> String {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "model.yaml")
    try bytes.write(to: file)
    do {
      _ = try ModelFile.load(file, catalogue: Example.catalogue)
      return "no error"
    } catch {
      return "\(error)".replacing(file.standardizedFileURL.path, with: "model.yaml")
    }
  }

  /// Lists of nine aliases of the list before, `levels` times.
  private func bomb(_ levels: Int) -> String {
    var text = "a0: &a0 [x]\n"
    for level in 1..<levels {
      let aliases = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    return text
  }

  @Test func aliasesThatMultiplyAreRefusedBeforeTheyAreWrittenOut() {
    #expect(
      message(bomb(20))
        == "suite.yaml:6:20: more than 50000 entries, aliases written out; expected at most 50000; "
        + "write a shorter file, or several.")
    // A key is compared with the others, all of it.
    #expect(message(bomb(20) + "? *a18\n: 1\n? *a19\n: 2\n").contains("aliases written out"))
  }

  @Test func anAliasWithinReasonIsRead() {
    #expect(Example.mistakes("title: Fast", "title: &title Fast") == "")
    #expect(Example.mistakes("summary: Speeds.", "summary: &s Speeds.\n    #\n    ") == "")
  }

  @Test(arguments: [("[", 100_000), ("{a: ", 50_000), ("- ", 100_000), ("? ", 100_000)])
  func nestingBeyondMeasureIsRefused(level: String, count: Int) {
    let text = message(String(repeating: level, count: count))
    #expect(
      text.hasSuffix(
        "more than 64 levels of lists and mappings; expected at most 64; "
          + "write a shorter file, or several."), "\(text.prefix(200))")
  }

  @Test func aTextBeyondMeasureIsRefused() {
    let long = String(repeating: "x", count: 70_000)
    #expect(
      message("schema: 1\ntitle: \(long)\n")
        == "suite.yaml:2:8: a text of 70000 bytes; expected at most 65536 bytes; "
        + "write a shorter file, or several.")
  }

  @Test func aLongValueIsQuotedByItsBeginning() {
    let long = String(repeating: "x", count: 1000)
    let text = Example.mistakes("{modes: 8}", "{modes: \(long)}")
    #expect(text.contains("'\(String(repeating: "x", count: 80))…' for 'modes' of wave-net"))
    #expect(text.utf8.count < 300)
  }

  @Test func hundredsOfMistakesAreToldByTheFirstHundred() {
    let lines = (0..<5000).map { "key\($0): 1\n" }.joined()
    #expect(message("schema: 1\n" + lines).split(separator: "\n").count == 100)
  }

  @Test func aFileBeyondMeasureIsRefusedUnread() throws {
    let bytes = Data(repeating: UInt8(ascii: "#"), count: (1 << 20) + 1)
    #expect(
      try message(bytes)
        == "model.yaml: more than 1048576 bytes; expected a model file of at most 1048576 bytes; "
        + "split the file; data belong into files of their own.")
  }

  @Test func aFileWithoutAnEndIsRefused() throws {
    let error = #expect(throws: AssayError.self) {
      try ModelFile.load(URL(fileURLWithPath: "/dev/zero"), catalogue: Example.catalogue)
    }
    #expect(error?.found == "more than 1048576 bytes")
  }

  @Test func bytesThatAreNoUTF8AreToldWithTheirLine() throws {
    #expect(
      try message(Data("schema: 1\ntitle: Stra".utf8) + [0xDF] + Data("e\n".utf8))
        == "model.yaml:2:1: bytes that are no UTF-8; expected a model file in UTF-8; "
        + "save the file as UTF-8.")
  }

  @Test func aByteOrderMarkAndLineBreaksOfTwoBytesAreRead() throws {
    let text = "schema: 1\r\nid: mine\r\ntitle: Mine\r\nsummary: Mine.\r\nmodel: persistence\r\n"
    #expect(try message(Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)) == "no error")
  }

  @Test func controlCharactersAndTabsForIndentationAreToldWithTheirPlace() throws {
    #expect(try message(Data("schema: 1\nid: a\0b\n".utf8)).contains("control characters"))
    #expect(
      message("schema: 1\nmetrics:\n\tmse: power-error\n").hasPrefix("suite.yaml:3:1: "))
  }

  @Test(arguments: [
    ("id: fast", "id: \"fast'; DROP TABLE cells; --\""), ("id: fast", "id: ../../etc"),
    ("id: fast", "id: <script>"), ("id: fast", "id: fast/slow"), ("id: fast", "id: ﬁ"),
    ("mse: power-error", "\"=cmd()\": power-error"),
  ])
  func namesThatMeanSomethingElsewhereAreNoIds(old: String, new: String) {
    #expect(Example.mistakes(old, new).contains("lower-case letters, digits and single hyphens"))
  }

  @Test func aKeyThatOccursTwiceIsRefusedAtEveryLevel() {
    #expect(Example.mistakes("{modes: 8}", "{modes: 8, modes: 9}").contains("'modes' twice"))
    #expect(Example.mistakes("schema: 1", "schema: 1\nschema: 1").contains("'schema' twice"))
  }

  @Test func aPlanOfMoreCellsThanAnyoneCouldRunIsRefused() throws {
    let suite = try Example.suite()
    let error = #expect(throws: AssayError.self) {
      try suite.plan(profile: .quick, seeds: Array(0..<300_000))
    }
    #expect(error?.found == "2 tasks of 2 models with 300000 seeds")
    #expect(error?.expected == "at most 1000000 cells")
  }
}
