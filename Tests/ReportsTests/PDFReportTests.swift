import Foundation
import Reports
import Testing

@Suite struct PDFReportTests {
  private let folder: URL
  private var path: String { folder.appending(path: "report.pdf").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "pdf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try PDFReport.write(Fixture().input, to: path)
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let second = folder.appending(path: "second.pdf")
    try PDFReport.write(Fixture().input, to: second.path)
    #expect(try Data(contentsOf: second) == Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test(.enabled(if: Program("qpdf") != nil, "qpdf is not installed"))
  func theFileIsSound() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try #require(Program("qpdf")).run(["--check", path])
    #expect(result.exitCode == 0)
    #expect(result.output.contains("No syntax or stream encoding errors found"))
  }

  @Test(.enabled(if: Program("pdfinfo") != nil, "pdfinfo is not installed"))
  func theFileSaysWhatItIs() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = try #require(Program("pdfinfo")).run([path]).output
    for line in [
      /Title: +Invented results for tests/, /Author: +Assay/, /Subject: +CFDBench/,
      /CreationDate: +.*2026/, /Page size: +595.28 x 841.89/,
    ] { #expect(words.contains(line)) }
  }

  @Test(.enabled(if: Program("pdftotext") != nil, "pdftotext is not installed"))
  func theTextCanBeReadAndNamesWhatTheHTMLNames() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = try #require(Program("pdftotext")).run(["-layout", path, "-"]).output
      .replacing("\u{A0}", with: " ")
    for part in [
      "Abstract", "Contents", "QUICK PROFILE", "FNO has the best mean rank", "[0.00186, 0.00241]",
      "Values missing from cells that are done", "0.00170 †", "Table 1. Leaderboard",
      "Figure 1. ", "assay run cfdbench --tasks", "Metric dictionary", "References",
    ] { #expect(words.contains(part), "no '\(part)' in the PDF") }
  }

  @Test(.enabled(if: Program("pdftotext") != nil, "pdftotext is not installed"))
  func aLongTableGoesOnWithItsHeadOnTheNextPage() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var input = Fixture().input
    input.published = Array(repeating: input.published, count: 30).flatMap(\.self)
    try PDFReport.write(input, to: path)
    let words = try #require(Program("pdftotext")).run(["-layout", path, "-"]).output
    #expect(words.contains("(continued)"))
  }

  @Test(.enabled(if: Program("pdfinfo") != nil, "pdfinfo is not installed"))
  func everyPartIsAPlaceOfTheFile() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let places = try #require(Program("pdfinfo")).run(["-dests", path]).output
    for name in ["summary", "suite.cfdbench.quick", "failures", "metrics", "provenance"] {
      #expect(places.contains("\"\(name)\""))
    }
  }
}
