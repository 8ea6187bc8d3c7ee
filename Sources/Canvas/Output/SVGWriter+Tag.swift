import Foundation

extension SVGWriter {
  /// A tag as attributes, each with a space before it.
  static func attributes(of tag: Tag) -> String {
    switch tag {
    case .plot(let area, let x, let y, let xTitle, let yTitle):
      let box = [area.x, area.y, area.width, area.height].map(number).joined(separator: " ")
      return " data-plot=\"\(box)\"" + axis("x", x, xTitle)
        + (y.map { axis("y", $0, yTitle) } ?? "")
    case .series(let style, let name, let values):
      let list = values.map { $0.map(exact).joined(separator: " ") }.joined(separator: ";")
      return " data-series=\"\(style)\" data-name=\"\(MarkupText.escaped(name))\""
        + (list.isEmpty ? "" : " data-values=\"\(list)\"")
    case .legend(let style): return " data-legend=\"\(style)\""
    case .point(let x, let y):
      return " data-point=\"\(exact(x))\(y.map { " " + exact($0) } ?? "")\""
    case .field(let name, let quantity, let map, let range):
      return " data-field=\"\(MarkupText.escaped(name))\""
        + " data-quantity=\"\(MarkupText.escaped(quantity))\" data-map=\"\(map.name)\""
        + " data-range=\"\(exact(range.lowerBound)) \(exact(range.upperBound))\""
    case .frame(let row, let step): return " data-row=\"\(row)\" data-step=\"\(step)\""
    case .bar(let map): return " data-bar=\"\(map.name)\""
    }
  }

  private static func axis(_ letter: String, _ scale: Scale, _ title: String) -> String {
    " data-\(letter)0=\"\(scale.lower)\" data-\(letter)1=\"\(scale.upper)\""
      + " data-\(letter)-law=\"\(scale.law.rawValue)\""
      + " data-\(letter)-title=\"\(MarkupText.escaped(title))\""
  }

  /// Five significant digits, as short as they can be written and read by any program.
  static func exact(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return value == 0 ? "0" : "-" }
    let power = 4 - Int(log10(abs(value)).rounded(.down))
    // A quotient or product by a power of ten up to 22 is the number nearest to the decimal one.
    let shift = pow(10, Double(abs(power)))
    let rounded =
      power >= 0 ? (value * shift).rounded() / shift : (value / shift).rounded() * shift
    guard rounded.isFinite else { return "\(value)" }
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
