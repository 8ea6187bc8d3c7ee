import Foundation

extension Drawing {
  /// Writes the drawing to `path` in `format`, replacing what is there only once the new file is
  /// whole. The same drawing gives the same bytes: nothing in it says when it was written.
  public func write(to path: String, as format: FileFormat) throws {
    switch format {
    case .svg:
      do {
        try Data((svg(id: "figure") + "\n").utf8).write(
          to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw CanvasError(path: path, reason: "cannot be written (\(error.localizedDescription))")
      }
    case .png: try PNGWriter.write(self, to: path)
    case .pdf:
      let document = try PDFDocument(
        path: path, width: width, height: height,
        metadata: PDFMetadata(title: title, author: "", subject: description, date: ""))
      document.draw(self, at: Point(0, 0))
      document.endPage()
      try document.finish()
    }
  }
}
