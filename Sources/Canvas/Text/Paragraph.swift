import CCairo

/// Running text set in lines of a given width; its lines can be drawn on different pages.
public final class Paragraph {
  /// How lines fill the width.
  public enum Alignment: Sendable {
    /// Ragged on the right.
    case start
    /// Ragged on the left.
    case end
    /// Ragged on both sides.
    case middle
    /// Flush on both sides, except the last line.
    case justified
  }

  /// A piece that leads somewhere, and where it lies.
  struct Link {
    let area: Rect
    let target: TextSpan.Target
  }

  /// The distance from one base line to the next.
  public let leading: Double
  private let layout: OpaquePointer
  private let context: OpaquePointer
  private let font: Font
  private let targets: [(start: Int, end: Int, target: TextSpan.Target)]

  /// Text in `font`, broken into lines of `width`; `leading` is in ems.
  public init(
    _ spans: [TextSpan], font: Font, width: Double, alignment: Alignment = .start,
    leading: Double = 1.45
  ) {
    self.font = font
    self.leading = leading * font.size
    context = PangoSetting.makeContext()
    layout = PangoSetting.makeLayout(context, font: font)
    targets = Self.targets(of: spans)
    pango_layout_set_markup(layout, spans.map { Self.markup($0, font) }.joined(), -1)
    pango_layout_set_width(layout, Int32(width * PangoSetting.scale))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    switch alignment {
    case .start: break
    case .end: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
    case .middle: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    case .justified: pango_layout_set_justify(layout, 1)
    }
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
  }

  /// The number of lines.
  public var lineCount: Int { Int(pango_layout_get_line_count(layout)) }

  /// The height of all lines.
  public var height: Double { Double(lineCount) * leading }

  /// The width of the longest line.
  public var inkWidth: Double {
    var extent = PangoRectangle()
    pango_layout_get_extents(layout, nil, &extent)
    return Double(extent.width) / PangoSetting.scale
  }

  /// How many characters no declared font has.
  public var unknownGlyphCount: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

  func draw(lines: Range<Int>, on page: CairoContext, at place: Point) {
    for (row, line) in lines.enumerated() {
      guard let glyphs = pango_layout_get_line_readonly(layout, Int32(line)) else { continue }
      page.setInk(.text)
      cairo_move_to(
        page.pointer, place.x + indent(of: line), place.y + baseline + Double(row) * leading)
      pango_cairo_show_layout_line(page.pointer, glyphs)
    }
  }

  func links(in lines: Range<Int>, at place: Point) -> [Link] {
    targets.flatMap { piece in
      lines.enumerated().compactMap { row, line in
        guard let (left, right) = range(of: piece.start..<piece.end, on: line) else { return nil }
        let top = place.y + Double(row) * leading
        let area = Rect(x: place.x + left, y: top, width: right - left, height: leading)
        return Link(area: area, target: piece.target)
      }
    }
  }

  /// The base line lies where capitals are in the middle of the leading.
  private var baseline: Double { leading / 2 + font.middleShift }

  private func indent(of line: Int) -> Double {
    guard let iterator = pango_layout_get_iter(layout) else { return 0 }
    defer { pango_layout_iter_free(iterator) }
    for _ in 0..<line { pango_layout_iter_next_line(iterator) }
    var extent = PangoRectangle()
    pango_layout_iter_get_line_extents(iterator, nil, &extent)
    return Double(extent.x) / PangoSetting.scale
  }

  private func range(of bytes: Range<Int>, on line: Int) -> (Double, Double)? {
    guard let glyphs = pango_layout_get_line_readonly(layout, Int32(line)) else { return nil }
    let start = max(bytes.lowerBound, Int(glyphs.pointee.start_index))
    let end = min(bytes.upperBound, Int(glyphs.pointee.start_index + glyphs.pointee.length))
    guard start < end else { return nil }
    var (left, right) = (Int32(0), Int32(0))
    pango_layout_line_index_to_x(glyphs, Int32(start), 0, &left)
    pango_layout_line_index_to_x(glyphs, Int32(end), 0, &right)
    let shift = indent(of: line)
    return (shift + Double(left) / PangoSetting.scale, shift + Double(right) / PangoSetting.scale)
  }

  private static func targets(
    of spans: [TextSpan]
  ) -> [(start: Int, end: Int, target: TextSpan.Target)] {
    var start = 0
    return spans.compactMap { span in
      defer { start += cleaned(span.text).utf8.count }
      return span.target.map { (start, start + cleaned(span.text).utf8.count, $0) }
    }
  }

  private static func markup(_ span: TextSpan, _ font: Font) -> String {
    let text = MarkupText.escaped(cleaned(span.text))
    let colour = span.target == nil ? "" : " foreground=\"#24507a\""
    switch span.style {
    case .plain: return colour.isEmpty ? text : "<span\(colour)>\(text)</span>"
    case .strong: return "<span weight=\"bold\"\(colour)>\(text)</span>"
    case .muted:
      return "<span foreground=\"\(Ink.muted.colour.hexadecimal)\">\(text)</span>"
    case .code:
      let size = Int(font.size * 0.9 * PangoSetting.scale)
      return "<span face=\"\(Font.Family.mono.rawValue)\" size=\"\(size)\"\(colour)>\(text)</span>"
    }
  }

  /// Markup cannot hold control characters.
  private static func cleaned(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 32 && $0 != "\n" ? "\u{FFFD}" : $0 }))
  }
}
