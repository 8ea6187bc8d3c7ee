import Comparison
import Experiment
import Foundation
import Testing

/// Titles, reasons and names that are commands to whoever reads a page, a table or an export.
@Suite struct InjectionTests {
  private static let script = "<script>alert('x')</script>"
  private static let attacks = [
    script, "\"><img src=x onerror=alert(1)>", "a | b |\n| c", "[x](javascript:alert(1))",
    "\\input{/etc/passwd}", "${HOME} $(rm) `rm`", "=cmd|' /C calc'!A0", "@SUM(1+1)",
    "]]>\u{0}\u{1B}[2J",
    // A combining mark makes another character of what is before it, and no other byte.
    "\\\u{301}input\u{7B}\u{301}x}", "\"\u{301},=1\u{301}", "<\u{338}b",
  ]

  private func frame(_ attack: String) -> ResultFrame {
    var suite = Fixture.suite()
    suite.title = attack
    suite.reference = attack
    suite.tasks[0].title = attack
    suite.models = suite.models.map {
      SuiteDescription.ModelEntry(id: $0.id, title: attack, summary: attack)
    }
    var cells = Fixture.cells("fno", [0.1, 0.2]) + Fixture.cells("unet", [0.3, nil])
    for index in cells.indices { cells[index].reason = attack }
    return Fixture.frame(cells, suites: [suite])
  }

  private func board(_ attack: String) -> Leaderboard {
    LeaderboardMaker.make([Baseline(id: "a", profile: .quick, frame: frame(attack))])
  }

  @Test(arguments: attacks)
  func markdownHasNeitherMarkupNorLinksOfAStranger(attack: String) {
    let text = board(attack).markdown
    let scalars = Array(text.unicodeScalars)
    #expect(!scalars.contains("<") && !text.contains("](javascript"))
    // Every row of a table has as many cells as its head.
    for block in text.split(separator: "\n\n") where block.hasPrefix("|") {
      let counts = block.split(separator: "\n").map { line in
        line.replacing("\\|", with: "").unicodeScalars.count { $0 == "|" }
      }
      #expect(Set(counts).count == 1, "\(block)")
    }
  }

  @Test(arguments: attacks)
  func latexHasNoCommandOfAStranger(attack: String) {
    // Marks are dropped, as LaTeX reads letters; what is escaped is dropped as well.
    let scalars = board(attack).latex.unicodeScalars.filter { $0 != "\u{301}" }
    let text = String(String.UnicodeScalarView(scalars)).replacing("\\$", with: "")
      .replacing("\\{", with: "")
    #expect(!text.contains("\\input") && !text.contains("$(rm)") && !text.contains("${"))
  }

  @Test(arguments: attacks)
  func aFieldOfCSVIsNoFormulaAndEndsWhereItShould(attack: String) throws {
    var text = ""
    try frame(attack).writeCSV { text += $0 }
    let rows = try Self.rows(ofCSV: text)
    #expect(Set(rows.map(\.count)) == [ResultFrame.csvColumns.count])
    for field in rows.joined() where Double(field) == nil {
      #expect(!"=+-@\t\r".unicodeScalars.contains(field.unicodeScalars.first ?? " "), "\(field)")
    }
    let reasons = Set(rows.dropFirst().map { $0[6] })
    #expect(reasons == [attack] || reasons == ["'" + attack])
  }

  @Test(arguments: attacks)
  func junitIsXMLWhateverANameIs(attack: String) throws {
    let frame = frame(attack)
    let xml = try Comparer().compare(
      frame, against: Baseline(id: attack, profile: .quick, frame: frame)
    ).junit
    #expect(!xml.contains("<script") && !xml.contains("<img"))
    #expect(xml.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    let quotes = xml.unicodeScalars.count { $0 == "\"" }
    #expect(quotes.isMultiple(of: 2))
  }

  /// RFC 4180, byte by byte.
  private static func rows(ofCSV text: String) throws -> [[String]] {
    let bytes = Array(text.utf8)
    var (rows, row, field, isQuoted, index): ([[String]], [String], [UInt8], Bool, Int) =
      ([], [], [], false, 0)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        if isQuoted, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
          field.append(bytes[index])
          index += 1
        } else {
          isQuoted.toggle()
        }
      case UInt8(ascii: ",") where !isQuoted: row.append(Self.text(&field))
      case UInt8(ascii: "\n") where !isQuoted:
        row.append(Self.text(&field))
        rows.append(row)
        row = []
      default: field.append(bytes[index])
      }
      index += 1
    }
    try #require(!isQuoted && row.isEmpty && field.isEmpty)
    return rows
  }

  private static func text(_ field: inout [UInt8]) -> String {
    defer { field = [] }
    return String(decoding: field, as: UTF8.self)
  }
}
