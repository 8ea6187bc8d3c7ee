extension CylinderFlow {
  /// The drag coefficient of the last step; 0 before the first.
  public var dragCoefficient: Double { forces?.drag ?? 0 }

  /// The lift coefficient of the last step; 0 before the first.
  public var liftCoefficient: Double { forces?.lift ?? 0 }

  /// The pressure at the foremost point of the cylinder less that at the rearmost, in Pa.
  ///
  /// Extrapolated along the channel by a parabola through the three nearest whole cells of each row,
  /// and between the four rows about the axis by a cubic.
  public var pressureDifference: Double {
    let radius = 0.5 * flow.diameter
    return flow.density * (pressure(at: -radius, step: -1) - pressure(at: radius, step: 1))
  }

  /// The pressure over density on the axis line at `x`, from the cells away in the direction `step`.
  private func pressure(at x: Double, step: Int) -> Double {
    let (x1, rowCentres) = (grid.columnAxis.centres, grid.rowAxis.centres)
    let width = flow.diameter / resolution.cellsPerDiameter
    let isBefore = step < 0
    // A cell whose centre is nearer than this may be cut.
    let limit = x + Double(step) * 0.45 * width
    let first =
      isBefore
      ? (x1.lastIndex { $0 < limit } ?? 2) : (x1.firstIndex { $0 > limit } ?? x1.count - 3)
    let cells = (0..<3).map { first + step * $0 }
    let upper = rowCentres.firstIndex { $0 > 0 } ?? 2
    let rows = [upper - 2, upper - 1, upper, upper + 1]
    let along = CylinderFlow.lagrange(cells.map { x1[$0] }, at: x)
    let across = CylinderFlow.lagrange(rows.map { rowCentres[$0] }, at: 0)
    var sum = 0.0
    for (row, rowWeight) in zip(rows, across) {
      for (cell, weight) in zip(cells, along) {
        sum += rowWeight * weight * projection.pressure.base[row * grid.columns + cell]
      }
    }
    return sum
  }

  /// The weights of values at `nodes` in the value of their polynomial at `target`.
  private static func lagrange(_ nodes: [Double], at target: Double) -> [Double] {
    nodes.indices.map { k in
      nodes.indices.reduce(1) { product, other in
        other == k
          ? product : product * (target - nodes[other]) / (nodes[k] - nodes[other])
      }
    }
  }

  /// The largest |div u| over the cells, in inlet velocities over diameters.
  public var maximumDivergence: Double {
    projection.largestDivergence(velocity) * flow.convectiveTime
  }

  /// What was conserved so far.
  public var ledger: ConservationLedger {
    ConservationLedger(largestDivergence: maximumDivergence)
  }

  /// The inflow through the inlet and the outflow through the open end, in m^2/s.
  public var throughflow: (inlet: Double, outlet: Double) {
    let m = grid.metrics
    return (1...grid.rows).reduce(into: (inlet: 0, outlet: 0)) { sum, j in
      sum.inlet += velocity.u.base[j * grid.stride] * m.row_height[j - 1]
      sum.outlet += velocity.u.base[j * grid.stride + grid.columns] * m.row_height[j - 1]
    }
  }
}
