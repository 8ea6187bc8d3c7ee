/// An outline that can be filled and stroked.
public enum Shape: Sendable, Equatable {
  /// A line through points.
  case polyline([Point])
  /// A closed line through points.
  case polygon([Point])
  /// Several lines drawn with one pen.
  case lines([[Point]])
  /// A rectangle.
  case rect(Rect)
  /// Several closed lines drawn with one pen.
  case polygons([[Point]])
  /// Several circles of one size drawn with one pen.
  case circles(centres: [Point], radius: Double)
  /// A circle.
  case circle(centre: Point, radius: Double)

  /// One straight line.
  public static func line(_ start: Point, _ end: Point) -> Shape { .polyline([start, end]) }
}
