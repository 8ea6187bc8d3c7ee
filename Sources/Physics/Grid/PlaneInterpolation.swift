/// Cubic interpolation on a tensor product of two lines, for a field stored with a row stride.
struct PlaneInterpolation: Sendable {
  let columns: LineInterpolation
  let rows: LineInterpolation

  /// The horizontal velocity of `grid` at each pair of `x` and `y` (metres).
  static func horizontal(_ grid: StaggeredGrid, x: [Double], y: [Double]) -> PlaneInterpolation {
    PlaneInterpolation(
      columns: LineInterpolation(nodes: grid.columnAxis.faces, targets: x),
      rows: LineInterpolation(nodes: grid.rowAxis.centresAndWalls, targets: y))
  }

  /// The vertical velocity of `grid` at each pair of `x` and `y` (metres).
  static func vertical(_ grid: StaggeredGrid, x: [Double], y: [Double]) -> PlaneInterpolation {
    PlaneInterpolation(
      columns: LineInterpolation(nodes: grid.columnAxis.centresAndWalls, targets: x),
      rows: LineInterpolation(nodes: grid.rowAxis.faces, targets: y))
  }

  /// The values at all targets, rows of `columns.count`.
  func values(of field: NumberBuffer, stride: Int) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(rows.count * columns.count)
    for row in 0..<rows.count {
      for column in 0..<columns.count {
        values.append(value(of: field.base, stride: stride, row: row, column: column))
      }
    }
    return values
  }

  private func value(
    of field: UnsafePointer<Double>, stride: Int, row: Int, column: Int
  ) -> Double {
    var sum = 0.0
    for j in 0..<4 {
      let line = field + (rows.firstNodes[row] + j) * stride + columns.firstNodes[column]
      var part = 0.0
      for i in 0..<4 { part += columns.weights[4 * column + i] * line[i] }
      sum += rows.weights[4 * row + j] * part
    }
    return sum
  }
}
