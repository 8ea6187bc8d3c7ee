extension VolumeFraction {
  /// Sets the water to a rectangle (metres); cells that its edges cut hold their share.
  func fill(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let grid = domain.grid
    let across = VolumeFraction.shares(of: x, on: grid.columnAxis)
    let up = VolumeFraction.shares(of: y, on: grid.rowAxis)
    for j in 1...grid.rows {
      for i in 1...grid.columns {
        values.base[j * grid.stride + i] = isSolid(i, j) ? 0 : across[i - 1] * up[j - 1]
      }
    }
  }

  /// Sets the water to a disc (metres); the share of a cell is counted on 64 x 64 points.
  func fillDisc(x: Double, y: Double, radius: Double) {
    let (grid, points) = (domain.grid, 64)
    let (columns, rows) = (grid.columnAxis.faces, grid.rowAxis.faces)
    for j in 1...grid.rows {
      for i in 1...grid.columns {
        var inside = 0
        for m in 0..<points * points {
          let across = (Double(m % points) + 0.5) / Double(points)
          let up = (Double(m / points) + 0.5) / Double(points)
          let dx = columns[i - 1] + across * (columns[i] - columns[i - 1]) - x
          let dy = rows[j - 1] + up * (rows[j] - rows[j - 1]) - y
          if dx * dx + dy * dy < radius * radius { inside += 1 }
        }
        values.base[j * grid.stride + i] = Double(inside) / Double(points * points)
      }
    }
  }

  /// The furthest x in a row of cells (from 1) that water reaches, in m: where the fraction falls
  /// through 1/2 between cell centres; 0 without water.
  func front(row: Int) -> Double {
    let (grid, x) = (domain.grid, domain.grid.columnAxis)
    let line = values.base + row * grid.stride
    guard let last = (1...grid.columns).last(where: { line[$0] >= 0.5 && !isSolid($0, row) }) else {
      return 0
    }
    if last == grid.columns { return x.faces[grid.columns] }
    let (here, next) = (line[last], isSolid(last + 1, row) ? line[last] : line[last + 1])
    let (from, to) = (x.centres[last - 1], x.centres[last])
    return here > next ? from + (to - from) * (here - 0.5) / (here - next) : x.faces[last]
  }

  /// The water above the floor in a column of cells (from 1), in m.
  func depth(column: Int) -> Double {
    let grid = domain.grid
    return (1...grid.rows).reduce(0) { sum, j in
      sum + values.base[j * grid.stride + column] * grid.metrics.row_height[j - 1]
    }
  }

  private static func shares(of range: ClosedRange<Double>, on axis: GridAxis) -> [Double] {
    (0..<axis.cells).map { index in
      let (from, to) = (axis.faces[index], axis.faces[index + 1])
      let overlap = min(to, range.upperBound) - max(from, range.lowerBound)
      return min(max(overlap / (to - from), 0), 1)
    }
  }
}
