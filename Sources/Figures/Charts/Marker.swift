import Canvas

/// The sign of a series: a second way to tell series apart, for those who do not see the colours. Six
/// outlines, filled and then hollow, give each of the twelve colours a sign of its own; the next twelve series,
/// whose colours begin again, have the two the other way round.
enum Marker {
  /// Pairs of numbers by which an outline goes around its centre, for a radius of one.
  private static let outlines: [[(Double, Double)]] = [
    [],
    [(-0.98, -0.98), (0.98, -0.98), (0.98, 0.98), (-0.98, 0.98)],
    [(0, -1.45), (1.45, 0), (0, 1.45), (-1.45, 0)],
    [(0, -1.4), (1.33, 1.05), (-1.33, 1.05)],
    [(0, 1.4), (1.33, -1.05), (-1.33, -1.05)],
    [
      (-0.45, -1.3), (0.45, -1.3), (0.45, -0.45), (1.3, -0.45), (1.3, 0.45), (0.45, 0.45),
      (0.45, 1.3), (-0.45, 1.3), (-0.45, 0.45), (-1.3, 0.45), (-1.3, -0.45), (-0.45, -0.45),
    ],
  ]

  /// The sign of the series at `place` in the suite; one that failed is hollow and pale.
  static func element(
    style: Int, at place: Point, radius: Double = 2.6, isHollow: Bool = false
  ) -> Element {
    elements(style: style, at: [place], radius: radius, isHollow: isHollow)
  }

  /// The same sign at several places, drawn at once.
  static func elements(
    style: Int, at places: [Point], radius: Double = 2.6, isHollow: Bool = false
  ) -> Element {
    let ink = Ink.series(style)
    let look =
      isHollow || (style / outlines.count + style / Ink.palette.count) % 2 == 1
      ? ShapeStyle(fill: .paper, stroke: ink, width: 1.2)
      : ShapeStyle(fill: ink, stroke: .paper, width: 0.75)
    let outline = outlines[style % outlines.count]
    guard !outline.isEmpty else { return .shape(.circles(centres: places, radius: radius), look) }
    let outlines = places.map { place in
      outline.map { Point(place.x + $0.0 * radius, place.y + $0.1 * radius) }
    }
    return .shape(.polygons(outlines), look)
  }

  /// A cross: a series that ends here for want of numbers.
  static func cross(_ ink: Ink, at place: Point, radius: Double = 3.5) -> Element {
    let (x, y) = (place.x, place.y)
    return .shape(
      .lines([
        [Point(x - radius, y - radius), Point(x + radius, y + radius)],
        [Point(x - radius, y + radius), Point(x + radius, y - radius)],
      ]), .stroked(ink, width: 1.6))
  }
}
