import Foundation

/// Writes elements as SVG text.
struct SVGWriter {
  private(set) var text = ""
  private let id: String
  private var clipCount = 0

  init(id: String) {
    self.id = id
  }

  mutating func open(_ drawing: Drawing) {
    text +=
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\""
    text += " viewBox=\"0 0 \(Self.number(drawing.width)) \(Self.number(drawing.height))\""
    text += " width=\"\(Self.number(drawing.width))\" height=\"\(Self.number(drawing.height))\""
    text += " font-family=\"DejaVu Sans, Verdana, sans-serif\">"
    text += "<title id=\"\(id)-t\">\(MarkupText.escaped(drawing.title))</title>"
    text += "<desc id=\"\(id)-d\">\(MarkupText.escaped(drawing.description))</desc>\n"
  }

  mutating func write(_ element: Element) {
    switch element {
    case .shape(let shape, let style): write(shape, style)
    case .text(let run): write(run)
    case .image(let raster, let place): write(raster, place)
    case .group(let group): write(group)
    }
  }

  private mutating func write(_ group: Element.Group) {
    if let clip = group.clip {
      clipCount += 1
      let name = "\(id)-c\(clipCount)"
      text += "<clipPath id=\"\(name)\"><rect\(Self.box(clip))/></clipPath>"
      text += "<g clip-path=\"url(#\(name))\""
    } else {
      text += "<g"
    }
    if let tag = group.tag { text += Self.attributes(of: tag) }
    text += ">"
    if !group.hover.isEmpty { text += "<title>\(MarkupText.escaped(group.hover))</title>" }
    group.elements.forEach { write($0) }
    text += "</g>\n"
  }

  private mutating func write(_ shape: Shape, _ style: ShapeStyle) {
    switch shape {
    case .rect(let rect): text += "<rect\(Self.box(rect))"
    case .circle(let centre, let radius):
      text += "<circle cx=\"\(Self.number(centre.x))\" cy=\"\(Self.number(centre.y))\""
      text += " r=\"\(Self.number(radius))\""
    case .polyline(let points): text += "<path d=\"\(Self.path(points))\""
    case .polygon(let points): text += "<path d=\"\(Self.path(points))Z\""
    case .lines(let lines): text += "<path d=\"\(lines.map(Self.path).joined())\""
    case .polygons(let outlines): text += "<path d=\"\(outlines.map(Self.outline).joined())\""
    case .circles(let centres, let radius):
      text += "<path d=\"\(centres.map { Self.circle($0, radius) }.joined())\""
    }
    text += Self.paint(style) + "/>\n"
  }

  private mutating func write(_ run: TextRun) {
    let (x, y) = (Self.number(run.place.x), Self.number(run.place.y))
    text += "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(Self.number(run.font.size))\""
    if run.font.family != .sans { text += " font-family=\"\(run.font.family.rawValue)\"" }
    if run.font.weight == .bold { text += " font-weight=\"bold\"" }
    if run.anchor != .start { text += " text-anchor=\"\(run.anchor.rawValue)\"" }
    if run.rotation != 0 {
      text += " transform=\"rotate(\(Self.number(-run.rotation)) \(x) \(y))\""
    }
    text += Self.fill(run.ink) + ">\(MarkupText.escaped(run.text))</text>\n"
  }

  private mutating func write(_ raster: Raster, _ place: Rect) {
    let data = Data(PNGWriter.encoded(raster)).base64EncodedString()
    text += "<image\(Self.box(place)) preserveAspectRatio=\"none\""
    text += " style=\"image-rendering:pixelated\" href=\"data:image/png;base64,\(data)\"/>\n"
  }

  private static func paint(_ style: ShapeStyle) -> String {
    var text = ""
    var classes: [String] = []
    if let fill = style.fill {
      text += " fill=\"\(fill.colour.hexadecimal)\""
      if style.fillOpacity < 1 { text += " fill-opacity=\"\(number(style.fillOpacity))\"" }
      if !fill.styleName.isEmpty { classes.append("f-" + fill.styleName) }
    } else {
      text += " fill=\"none\""
    }
    if let stroke = style.stroke {
      text += " stroke=\"\(stroke.colour.hexadecimal)\""
      if style.width != 1 { text += " stroke-width=\"\(number(style.width))\"" }
      if !style.dash.isEmpty {
        text += " stroke-dasharray=\"\(style.dash.map(number).joined(separator: " "))\""
      }
      if !stroke.styleName.isEmpty { classes.append("s-" + stroke.styleName) }
    }
    return classes.isEmpty ? text : text + " class=\"\(classes.joined(separator: " "))\""
  }

  private static func fill(_ ink: Ink) -> String {
    let attribute = " fill=\"\(ink.colour.hexadecimal)\""
    return ink.styleName.isEmpty ? attribute : attribute + " class=\"f-\(ink.styleName)\""
  }

  private static func box(_ rect: Rect) -> String {
    " x=\"\(number(rect.x))\" y=\"\(number(rect.y))\""
      + " width=\"\(number(rect.width))\" height=\"\(number(rect.height))\""
  }

  private static func path(_ points: [Point]) -> String {
    var text = ""
    for (index, point) in points.enumerated() {
      text += "\(index == 0 ? "M" : "L")\(number(point.x)) \(number(point.y))"
    }
    return text
  }

  /// A closed line: an absolute start, then differences, which are shorter.
  private static func outline(_ points: [Point]) -> String {
    guard let first = points.first else { return "" }
    var text = "M\(number(first.x)) \(number(first.y))"
    for (previous, point) in zip(points, points.dropFirst()) {
      text += "l\(number(point.x - previous.x)) \(number(point.y - previous.y))"
    }
    return text + "z"
  }

  /// A circle as two half turns.
  private static func circle(_ centre: Point, _ radius: Double) -> String {
    let (r, d) = (number(radius), number(2 * radius))
    return "M\(number(centre.x - radius)) \(number(centre.y))a\(r) \(r) 0 1 0 \(d) 0"
      + "a\(r) \(r) 0 1 0 -\(d) 0z"
  }

  /// At most two decimals, without trailing zeros; whole-number arithmetic, so the same everywhere.
  static func number(_ value: Double) -> String {
    precondition(value.isFinite && abs(value) < 1e12, "a drawing has no place \(value)")
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
