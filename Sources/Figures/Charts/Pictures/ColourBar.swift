import Canvas

/// A colour map with the ends of its range and a title below.
struct ColourBar {
  let map: ColourMap
  let range: ClosedRange<Double>
  let title: String

  /// What a bar with its words takes.
  static let height = 44.0
  private static let thickness = 8.0

  func elements(x: Double, width: Double, y: Double) -> [Element] {
    let place = Rect(x: x, y: y, width: width, height: Self.thickness)
    let font = Font(size: 9)
    let base = y + Self.thickness + 12
    let ends = [
      TextRun(
        NumberText.short(range.lowerBound, digits: 2), at: Point(x, base), font: font, ink: .muted),
      TextRun(
        NumberText.short(range.upperBound, digits: 2), at: Point(place.maxX, base), font: font,
        ink: .muted, anchor: .end),
      TextRun(
        title, at: Point(place.midX, base + 13), font: font, ink: .muted, anchor: .middle),
    ]
    return [
      .tagged(
        .bar(map), [.image(Raster(width: map.table.count, height: 1, pixels: map.table), in: place)]
      ),
      .shape(.rect(place), .stroked(.axis, width: 0.5)),
    ] + ends.map { .text($0) }
  }
}
