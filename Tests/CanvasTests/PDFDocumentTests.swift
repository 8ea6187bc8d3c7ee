import Canvas
import Foundation
import Testing

@Suite struct PDFDocumentTests {
  private static let metadata = PDFMetadata(
    title: "Ünïcode & <title>", author: "A", subject: "S", date: "2026-01-31T12:00:00Z")

  private func scratch() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private func write(to path: String, linkTo place: String = "end's") throws {
    let document = try PDFDocument(
      path: path, width: 200, height: 300, metadata: Self.metadata)
    let paragraph = Paragraph(
      ["See ", TextSpan("the end", target: .place(place)), TextSpan(" x", .code)],
      font: Font(.serif, size: 9), width: 150)
    document.draw(paragraph, lines: 0..<paragraph.lineCount, at: Point(20, 20))
    document.draw([.shape(.circle(centre: Point(50, 80), radius: 9), .filled(.text, opacity: 0.3))])
    document.endPage()
    document.mark("end's", at: Point(0, 0))
    document.outline("End", to: "end's")
    document.draw([.text(TextRun("The end", at: Point(20, 20)))])
    document.endPage()
    try document.finish()
  }

  @Test func theSameContentGivesTheSameBytes() throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = ["a.pdf", "b.pdf"].map { folder.appending(path: $0) }
    for path in paths { try write(to: path.path) }
    #expect(try Data(contentsOf: paths[0]) == Data(contentsOf: paths[1]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func aLinkToNowhereIsRefusedAndLeavesNoFile() throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.pdf").path
    #expect(throws: CanvasError(path: path, reason: "a link leads to 'lost', which is no place")) {
      try write(to: path, linkTo: "lost")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func aFolderThatIsNotThereIsReported() {
    #expect(throws: CanvasError.self) { try write(to: "/nowhere/at/all.pdf") }
  }
}
