/// A picture of square cells, drawn without smoothing; row 0 is the top.
public struct Raster: Sendable, Equatable {
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Colours, row-major from the top left.
  public let pixels: [Colour]

  /// A picture.
  public init(width: Int, height: Int, pixels: [Colour]) {
    precondition(
      pixels.count == width * height, "\(pixels.count) pixels do not fill \(width) × \(height)")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// A picture of `values` (row-major, row 0 at the bottom) by `map` over `range`.
  public init(
    field values: [Float], width: Int, height: Int, map: ColourMap, over range: ClosedRange<Double>
  ) {
    let span = range.upperBound - range.lowerBound
    var pixels: [Colour] = []
    pixels.reserveCapacity(values.count)
    for row in (0..<height).reversed() {
      for column in 0..<width {
        let value = Double(values[row * width + column])
        pixels.append(map.colour(span > 0 ? (value - range.lowerBound) / span : 0.5))
      }
    }
    self.init(width: width, height: height, pixels: pixels)
  }
}
