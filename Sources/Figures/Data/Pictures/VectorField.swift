/// Arrows on a grid: both components of a velocity, row-major, row 0 at the bottom.
public struct VectorField: Sendable, Equatable {
  /// Rows.
  public let height: Int
  /// Columns.
  public let width: Int
  /// The component to the right, height × width.
  public let u: [Float]
  /// The component upwards, height × width.
  public let v: [Float]

  /// A field.
  public init(height: Int, width: Int, u: [Float], v: [Float]) {
    precondition(
      u.count == height * width && v.count == u.count,
      "\(u.count) and \(v.count) components do not fill \(height) × \(width)")
    self.height = height
    self.width = width
    self.u = u
    self.v = v
  }

  /// The length of every arrow.
  public var speed: [Float] { zip(u, v).map { ($0 * $0 + $1 * $1).squareRoot() } }

  /// The arrow at a place in cells from the centre of the bottom left one, bilinear between the four
  /// centres around; nil outside and where one of the four is not finite.
  func arrow(_ x: Double, _ y: Double) -> (u: Double, v: Double)? {
    guard x >= 0, y >= 0, x <= Double(width - 1), y <= Double(height - 1) else { return nil }
    let (column, row) = (min(Int(x), max(width - 2, 0)), min(Int(y), max(height - 2, 0)))
    let (right, up) = (min(column + 1, width - 1), min(row + 1, height - 1))
    let (s, t) = (x - Double(column), y - Double(row))
    func blend(_ field: [Float]) -> Double {
      let low =
        Double(field[row * width + column]) * (1 - s) + Double(field[row * width + right]) * s
      let high =
        Double(field[up * width + column]) * (1 - s) + Double(field[up * width + right]) * s
      return low * (1 - t) + high * t
    }
    let arrow = (u: blend(u), v: blend(v))
    return arrow.u.isFinite && arrow.v.isFinite ? arrow : nil
  }
}
