/// Differences of a few rows of a five-point operator from a separable one: in row `cells[k]` the
/// sum over four faces of `differences[4 k + f]` (x there - x in the neighbouring cell f).
struct OperatorPatch: Sendable {
  /// The extent of the unknowns, row-major.
  let columns: Int
  let rows: Int
  /// The changed rows, as flat indices of cells.
  let cells: [Int]
  /// The cells to the right, to the left, above and below each of them.
  let neighbours: [Int]
  /// Four numbers a changed row, in the unit of the operator.
  let differences: [Double]

  /// target[k] = row k of the difference times `field`.
  func apply(to field: UnsafePointer<Double>, into target: UnsafeMutablePointer<Double>) {
    for (k, cell) in cells.enumerated() {
      var sum = 0.0
      for face in 4 * k..<4 * k + 4 {
        sum += differences[face] * (field[cell] - field[neighbours[face]])
      }
      target[k] = sum
    }
  }
}
