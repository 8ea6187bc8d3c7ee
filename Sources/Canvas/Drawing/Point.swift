/// A place on the page: x to the right, y downwards; one unit is a CSS pixel in SVG and a point in PDF.
public struct Point: Sendable, Equatable {
  /// To the right.
  public var x: Double
  /// Downwards.
  public var y: Double

  /// A place.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
