import Canvas

/// A tiny curve for a cell of a table: no axes, the last value marked.
public struct Sparkline: Sendable, Equatable {
  /// The values, oldest first; those that are not finite are left out.
  public var values: [Double]
  /// Its place among series, which decides its colour.
  public var style: Int

  /// A curve.
  public init(values: [Double], style: Int = 0) {
    self.values = values
    self.style = style
  }

  private static let air = 2.5

  /// The curve as a picture; a value alone is a dot in the middle, none is an empty picture.
  public func drawing(width: Double = 64, height: Double = 16) -> Drawing {
    let shown = values.enumerated().filter { $0.element.isFinite }
    let low = shown.map(\.element).min() ?? 0
    let span = (shown.map(\.element).max() ?? 0) - low
    let last = Double(max(values.count - 1, 1))
    let places = shown.map { index, value in
      let x = values.count > 1 ? Double(index) / last : 0.5
      let y = span > 0 ? (value - low) / span : 0.5
      return Point(
        Self.air + x * (width - 2 * Self.air), height - Self.air - y * (height - 2 * Self.air))
    }
    var elements: [Element] = []
    if places.count > 1 {
      elements.append(.shape(.polyline(places), .stroked(.series(style), width: 1.2)))
    }
    if let end = places.last {
      elements.append(.shape(.circle(centre: end, radius: 1.8), .filled(.series(style))))
    }
    return Drawing(
      width: width, height: height, title: "Trend", description: words(shown.map(\.element)),
      elements: elements)
  }

  private func words(_ shown: [Double]) -> String {
    guard let first = shown.first, let last = shown.last else { return "No value." }
    guard shown.count > 1 else { return "\(NumberText.short(first))." }
    return "\(shown.count) values from \(NumberText.short(first)) to \(NumberText.short(last))."
  }
}
