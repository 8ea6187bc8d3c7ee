extension CylinderFlow {
  /// The drag coefficient of the last step; 0 before the first.
  public var dragCoefficient: Double { forces?.drag ?? 0 }

  /// The lift coefficient of the last step; 0 before the first.
  public var liftCoefficient: Double { forces?.lift ?? 0 }

  /// The pressure at the foremost point of the cylinder less that at the rearmost, in Pa.
  ///
  /// Extrapolated along the channel by a parabola through the three nearest whole cells, as the mean
  /// of the rows above and below the axis.
  public var pressureDifference: Double {
    let radius = 0.5 * flow.diameter
    return flow.density * (pressure(at: -radius, step: -1) - pressure(at: radius, step: 1))
  }

  /// The pressure over density on the axis line at `x`, from the cells away in the direction `step`.
  private func pressure(at x: Double, step: Int) -> Double {
    let axis = grid.columnAxis
    let row = grid.rowAxis.faces.firstIndex { $0 > 0 } ?? 1
    // The cell that holds x, and one more, are left out: they are cut or next to cut ones.
    let holder = (axis.faces.firstIndex { $0 > x } ?? 1) - 1
    let cells = (2..<5).map { holder + step * $0 }
    let centres = axis.centres
    var sum = 0.0
    for (k, cell) in cells.enumerated() {
      let weight = cells.indices.reduce(1.0) { product, other in
        other == k
          ? product
          : product * (x - centres[cells[other]]) / (centres[cell] - centres[cells[other]])
      }
      let below = projection.pressure.base[(row - 2) * grid.columns + cell]
      let above = projection.pressure.base[(row - 1) * grid.columns + cell]
      sum += 0.5 * weight * (below + above)
    }
    return sum
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
