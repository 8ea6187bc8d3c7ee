/// A numeric variable of a .mat file.
public struct MATArray: Sendable, Equatable {
  /// The extents; MATLAB's vectors are matrices with one row or column.
  public let shape: [Int]
  /// The real parts, row-major. 64-bit integers beyond 2^53 are rounded to the nearest Double.
  public let values: [Double]
  /// The imaginary parts of a complex array, row-major.
  public let imaginary: [Double]?

  /// An array; `values` and `imaginary` fill `shape`.
  public init(shape: [Int], values: [Double], imaginary: [Double]?) {
    self.shape = shape
    self.values = values
    self.imaginary = imaginary
  }
}
