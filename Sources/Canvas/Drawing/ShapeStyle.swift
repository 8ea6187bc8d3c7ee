/// How an outline is painted.
public struct ShapeStyle: Sendable, Equatable {
  /// The inside, or nil.
  public var fill: Ink?
  /// How opaque the inside is, from 0 to 1.
  public var fillOpacity: Double
  /// The outline, or nil.
  public var stroke: Ink?
  /// The width of the outline.
  public var width: Double
  /// Lengths of dashes and gaps; empty for a solid line.
  public var dash: [Double]

  /// A style.
  public init(
    fill: Ink? = nil, fillOpacity: Double = 1, stroke: Ink? = nil, width: Double = 1,
    dash: [Double] = []
  ) {
    self.fill = fill
    self.fillOpacity = fillOpacity
    self.stroke = stroke
    self.width = width
    self.dash = dash
  }

  /// A filled inside.
  public static func filled(_ ink: Ink, opacity: Double = 1) -> ShapeStyle {
    ShapeStyle(fill: ink, fillOpacity: opacity)
  }

  /// A stroked outline.
  public static func stroked(_ ink: Ink, width: Double = 1, dash: [Double] = []) -> ShapeStyle {
    ShapeStyle(stroke: ink, width: width, dash: dash)
  }
}
