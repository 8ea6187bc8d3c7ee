import CCairo
import Foundation

/// A PDF file in the making: pages of drawings, paragraphs, places and links.
///
/// Pages are written to a file beside the target and renamed by `finish()`. Structure
/// tags stand around links only: around mixed drawings Cairo 1.16 fails with them.
public final class PDFDocument {
  private let surface: OpaquePointer
  private let context: CairoContext
  private let path: String
  private let scratchPath: String
  private var isFinished = false
  private var places: Set<String> = []
  private var linkedPlaces: Set<String> = []

  /// A file of pages of `width` × `height` points.
  public init(path: String, width: Double, height: Double, metadata: PDFMetadata) throws {
    self.path = path
    scratchPath = path + ".part"
    guard let surface = cairo_pdf_surface_create(scratchPath, width, height) else {
      throw CanvasError(path: path, reason: "Cairo gives no PDF surface")
    }
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      let reason = String(cString: cairo_status_to_string(status))
      cairo_surface_destroy(surface)
      throw CanvasError(path: path, reason: "cannot be written (\(reason))")
    }
    self.surface = surface
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    for (key, value) in [
      (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
      (CAIRO_PDF_METADATA_SUBJECT, metadata.subject),
      (CAIRO_PDF_METADATA_CREATE_DATE, metadata.date),
      (CAIRO_PDF_METADATA_MOD_DATE, metadata.date),
    ] {
      cairo_pdf_surface_set_metadata(surface, key, value)
    }
    context = CairoContext(surface)
  }

  deinit {
    if !isFinished {
      cairo_surface_destroy(surface)
      try? FileManager.default.removeItem(atPath: scratchPath)
    }
  }

  /// Draws on the current page.
  public func draw(_ elements: [Element]) { context.draw(elements) }

  /// Draws on the current page with the top left corner at `place`.
  public func draw(_ drawing: Drawing, at place: Point, scale: Double = 1) {
    context.draw(drawing, at: place, scale: scale)
  }

  /// Draws the lines `lines` of a paragraph, the top of the first one at `place`.
  public func draw(_ paragraph: Paragraph, lines: Range<Int>, at place: Point) {
    paragraph.draw(lines: lines, on: context, at: place)
    for link in paragraph.links(in: lines, at: place) { self.link(link.area, to: link.target) }
  }

  /// Ends the page.
  public func endPage() { cairo_show_page(context.pointer) }

  /// Names a place of the current page, for links and the outline.
  public func mark(_ name: String, at place: Point) {
    guard places.insert(name).inserted else { return }
    let attributes = "name='\(Self.tagText(name))' x=\(place.x) y=\(place.y)"
    cairo_tag_begin(context.pointer, CAIRO_TAG_DEST, attributes)
    cairo_tag_end(context.pointer, CAIRO_TAG_DEST)
  }

  /// Makes `area` of the current page lead to `target`.
  public func link(_ area: Rect, to target: TextSpan.Target) {
    let goal: String
    switch target {
    case .place(let name):
      linkedPlaces.insert(name)
      goal = "dest='\(Self.tagText(name))'"
    case .address(let address): goal = "uri='\(Self.tagText(address))'"
    }
    // Cairo 1.16 gives every link a structure element but writes it only below a structure tag:
    // without one the file refers to objects that are not there.
    cairo_tag_begin(context.pointer, "P", nil)
    let box = "rect=[\(area.x) \(area.y) \(area.width) \(area.height)]"
    cairo_tag_begin(context.pointer, CAIRO_TAG_LINK, "\(box) \(goal)")
    cairo_tag_end(context.pointer, CAIRO_TAG_LINK)
    cairo_tag_end(context.pointer, "P")
  }

  /// Adds an entry that leads to the place `name` to the outline; returns its number.
  @discardableResult
  public func outline(_ title: String, to name: String, below parent: Int? = nil) -> Int {
    linkedPlaces.insert(name)
    return Int(
      cairo_pdf_surface_add_outline(
        surface, Int32(parent ?? Int(CAIRO_PDF_OUTLINE_ROOT)), title,
        "dest='\(Self.tagText(name))'", CAIRO_PDF_OUTLINE_FLAG_OPEN))
  }

  /// Closes the file and puts it in its place.
  public func finish() throws {
    if let lost = linkedPlaces.subtracting(places).min() {
      throw CanvasError(path: path, reason: "a link leads to '\(lost)', which is no place")
    }
    // Finishing a surface in error can crash, so its status is looked at before.
    try check(cairo_status(context.pointer))
    try check(cairo_surface_status(surface))
    cairo_surface_finish(surface)
    try check(cairo_surface_status(surface))
    cairo_surface_destroy(surface)
    isFinished = true
    guard rename(scratchPath, path) == 0 else {
      throw CanvasError(
        path: path, reason: "cannot be replaced (\(String(cString: strerror(errno))))")
    }
  }

  private func check(_ status: cairo_status_t) throws {
    guard status == CAIRO_STATUS_SUCCESS else {
      let reason = String(cString: cairo_status_to_string(status))
      throw CanvasError(path: path, reason: "could not be drawn (\(reason))")
    }
  }

  private static func tagText(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
