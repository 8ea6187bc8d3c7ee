import Canvas

/// The sign of a series: a second way to tell series apart, for those who do not see the colours.
enum Marker {
  /// The sign of the series at `place` in the suite.
  static func element(style: Int, at place: Point, radius: Double = 2.6) -> Element {
    let ink = Ink.series(style)
    let look = ShapeStyle(fill: ink, stroke: .paper, width: 0.75)
    switch style % 4 {
    case 0: return .shape(.circle(centre: place, radius: radius), look)
    case 1: return .shape(.polygon(corners(place, radius * 1.15, turn: .square)), look)
    case 2: return .shape(.polygon(corners(place, radius * 1.45, turn: .diamond)), look)
    default: return .shape(.polygon(triangle(place, radius * 1.4)), look)
    }
  }

  /// A cross: a series that ends here for want of numbers.
  static func cross(style: Int, at place: Point, radius: Double = 3.5) -> Element {
    let (x, y) = (place.x, place.y)
    return .shape(
      .lines([
        [Point(x - radius, y - radius), Point(x + radius, y + radius)],
        [Point(x - radius, y + radius), Point(x + radius, y - radius)],
      ]), .stroked(.series(style), width: 1.6))
  }

  private enum Turn { case square, diamond }

  private static func corners(_ place: Point, _ size: Double, turn: Turn) -> [Point] {
    let offsets: [(Double, Double)] =
      turn == .square
      ? [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]
      : [(0, -1), (1, 0), (0, 1), (-1, 0)]
    return offsets.map { Point(place.x + $0.0 * size, place.y + $0.1 * size) }
  }

  private static func triangle(_ place: Point, _ size: Double) -> [Point] {
    [(0, -1), (0.95, 0.75), (-0.95, 0.75)].map {
      Point(place.x + $0.0 * size, place.y + $0.1 * size)
    }
  }
}
