/// The part of a two-phase flow that is given out: [0, width] x [0, height], in metres.
struct OutputWindow {
  let width: Double
  let height: Double

  /// The velocity at the centres of `rows` x `columns` equal cells, cubic, 0 inside a solid block.
  func velocity(_ stepper: TwoPhaseStepper, rows: Int, columns: Int) -> SampledVelocity {
    let grid = stepper.domain.grid
    let x = (0..<columns).map { (Double($0) + 0.5) / Double(columns) * width }
    let y = (0..<rows).map { (Double($0) + 0.5) / Double(rows) * height }
    let velocity = stepper.velocity
    var u = PlaneInterpolation.horizontal(grid, x: x, y: y)
      .values(of: velocity.u, stride: grid.stride).map { Float($0) }
    var v = PlaneInterpolation.vertical(grid, x: x, y: y)
      .values(of: velocity.v, stride: grid.stride).map { Float($0) }
    for (row, y) in y.enumerated() {
      for (column, x) in x.enumerated() where isSolid(x, y, stepper.domain) {
        u[row * columns + column] = 0
        v[row * columns + column] = 0
      }
    }
    return SampledVelocity(u: u, v: v)
  }

  /// The mean share of water over each of `rows` x `columns` equal cells; 0 in a solid block.
  func fraction(_ stepper: TwoPhaseStepper, rows: Int, columns: Int) -> [Float] {
    let grid = stepper.domain.grid
    let across = overlaps(grid.columnAxis, length: width, count: columns)
    let up = overlaps(grid.rowAxis, length: height, count: rows)
    let values = stepper.fraction.values.base
    return up.flatMap { rowParts in
      across.map { columnParts in
        var sum = 0.0
        for (j, high) in rowParts {
          for (i, wide) in columnParts where !stepper.fraction.isSolid(i, j) {
            sum += high * wide * values[j * grid.stride + i]
          }
        }
        return Float(min(max(sum, 0), 1))
      }
    }
  }

  private func isSolid(_ x: Double, _ y: Double, _ domain: TwoPhaseDomain) -> Bool {
    guard let block = domain.block else { return false }
    let (columns, rows) = (domain.grid.columnAxis.faces, domain.grid.rowAxis.faces)
    return columns[block.columns.lowerBound - 1]...columns[block.columns.upperBound] ~= x
      && rows[block.rows.lowerBound - 1]...rows[block.rows.upperBound] ~= y
  }

  /// For each output cell, the grid's cells (from 1) that it meets and their shares in it.
  private func overlaps(_ axis: GridAxis, length: Double, count: Int) -> [[(Int, Double)]] {
    let size = length / Double(count)
    return (0..<count).map { index in
      let (from, to) = (Double(index) * size, Double(index + 1) * size)
      return (1...axis.cells).compactMap { cell in
        let overlap = min(to, axis.faces[cell]) - max(from, axis.faces[cell - 1])
        return overlap > 0 ? (cell, overlap / size) : nil
      }
    }
  }
}
