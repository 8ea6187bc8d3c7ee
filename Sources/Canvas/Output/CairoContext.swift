import CCairo

/// A Cairo drawing context; owns it.
final class CairoContext {
  let pointer: OpaquePointer
  /// One Pango layout for each font, used for one line after the other.
  private let pango = PangoSetting.makeContext()
  private var layouts: [Font: OpaquePointer] = [:]

  init(_ surface: OpaquePointer) {
    guard let pointer = cairo_create(surface) else {
      preconditionFailure("Cairo gives no context")
    }
    self.pointer = pointer
  }

  deinit {
    for layout in layouts.values { g_object_unref(UnsafeMutableRawPointer(layout)) }
    g_object_unref(UnsafeMutableRawPointer(pango))
    cairo_destroy(pointer)
  }

  func draw(_ elements: [Element]) {
    elements.forEach(draw)
  }

  /// Draws `drawing` with its top left corner at `place`, scaled.
  func draw(_ drawing: Drawing, at place: Point, scale: Double) {
    cairo_save(pointer)
    cairo_translate(pointer, place.x, place.y)
    cairo_scale(pointer, scale, scale)
    draw(drawing.elements)
    cairo_restore(pointer)
  }

  private func draw(_ element: Element) {
    switch element {
    case .shape(let shape, let style): draw(shape, style)
    case .text(let run): draw(run)
    case .image(let raster, let place): draw(raster, place)
    case .group(let group):
      cairo_save(pointer)
      if let clip = group.clip {
        cairo_rectangle(pointer, clip.x, clip.y, clip.width, clip.height)
        cairo_clip(pointer)
      }
      draw(group.elements)
      cairo_restore(pointer)
    }
  }

  private func draw(_ shape: Shape, _ style: ShapeStyle) {
    trace(shape)
    if let fill = style.fill {
      setInk(fill, opacity: style.fillOpacity)
      cairo_fill_preserve(pointer)
    }
    if let stroke = style.stroke {
      setInk(stroke)
      cairo_set_line_width(pointer, style.width)
      cairo_set_line_join(pointer, CAIRO_LINE_JOIN_ROUND)
      cairo_set_dash(pointer, style.dash, Int32(style.dash.count), 0)
      cairo_stroke_preserve(pointer)
    }
    cairo_new_path(pointer)
  }

  private func trace(_ shape: Shape) {
    cairo_new_path(pointer)
    switch shape {
    case .polyline(let points): trace(points)
    case .polygon(let points):
      trace(points)
      cairo_close_path(pointer)
    case .lines(let lines): lines.forEach { trace($0) }
    case .polygons(let outlines):
      for outline in outlines {
        trace(outline)
        cairo_close_path(pointer)
      }
    case .circles(let centres, let radius):
      for centre in centres {
        cairo_new_sub_path(pointer)
        cairo_arc(pointer, centre.x, centre.y, radius, 0, 2 * Double.pi)
        cairo_close_path(pointer)
      }
    case .rect(let rect): cairo_rectangle(pointer, rect.x, rect.y, rect.width, rect.height)
    case .circle(let centre, let radius):
      cairo_arc(pointer, centre.x, centre.y, radius, 0, 2 * Double.pi)
    }
  }

  private func trace(_ points: [Point]) {
    guard let first = points.first else { return }
    cairo_move_to(pointer, first.x, first.y)
    points.dropFirst().forEach { cairo_line_to(pointer, $0.x, $0.y) }
  }

  private func draw(_ run: TextRun) {
    let layout = layout(in: run.font)
    pango_layout_set_text(layout, run.text, -1)
    guard let line = pango_layout_get_line_readonly(layout, 0) else { return }
    var extent = PangoRectangle()
    pango_layout_line_get_extents(line, nil, &extent)
    let width = Double(extent.width) / PangoSetting.scale
    let shift: Double =
      switch run.anchor {
      case .start: 0
      case .middle: -width / 2
      case .end: -width
      }
    cairo_save(pointer)
    setInk(run.ink)
    cairo_translate(pointer, run.place.x, run.place.y)
    cairo_rotate(pointer, -run.rotation * Double.pi / 180)
    cairo_move_to(pointer, shift, 0)
    pango_cairo_show_layout_line(pointer, line)
    cairo_restore(pointer)
  }

  private func layout(in font: Font) -> OpaquePointer {
    if let known = layouts[font] { return known }
    let layout = PangoSetting.makeLayout(pango, font: font)
    layouts[font] = layout
    return layout
  }

  private func draw(_ raster: Raster, _ place: Rect) {
    let surface = CairoImage(raster)
    cairo_save(pointer)
    cairo_translate(pointer, place.x, place.y)
    cairo_scale(pointer, place.width / Double(raster.width), place.height / Double(raster.height))
    cairo_set_source_surface(pointer, surface.pointer, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(pointer), CAIRO_FILTER_NEAREST)
    cairo_paint(pointer)
    cairo_restore(pointer)
  }

  func setInk(_ ink: Ink, opacity: Double = 1) {
    let colour = ink.colour
    cairo_set_source_rgba(
      pointer, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255,
      opacity)
  }
}
