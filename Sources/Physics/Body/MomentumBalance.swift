/// The force on a body from the momentum of a box of regular cells around it.
///
/// Force = inflow of momentum through the sides - change of the momentum inside, with the fluxes of
/// the flow's own operators, so that it equals the sum of what the body's stencils take from the fluid.
struct MomentumBalance: Sendable {
  /// A vector: of forces over density (m^3/s^2) or momenta over density (m^3/s), a metre of depth.
  typealias Pair = SIMD2<Double>

  /// The state at one time.
  struct Sample: Sendable {
    /// Velocity times volume in the box.
    var momentum: Pair
    /// The inflow of momentum through its sides, pressure and viscous stress included.
    var inflow: Pair
  }

  /// The box: the faces of u and of v whose volumes are in it; columns of cells counted from 0.
  private let columns: ClosedRange<Int>
  private let rows: ClosedRange<Int>
  private let viscosity: Double

  /// The box about the origin that keeps `reach` metres away from it on all sides.
  init(reach: Double, in grid: StaggeredGrid, kinematicViscosity: Double) {
    let (x, y) = (grid.columnAxis.faces, grid.rowAxis.faces)
    columns = MomentumBalance.cells(x, reach)
    rows = MomentumBalance.cells(y, reach)
    viscosity = kinematicViscosity
  }

  /// The cells that lie at least partly within `reach` of the origin; never the first or the last.
  private static func cells(_ faces: [Double], _ reach: Double) -> ClosedRange<Int> {
    let first = (faces.firstIndex { $0 > -reach } ?? 1) - 1
    let last = faces.lastIndex { $0 < reach } ?? faces.count - 2
    return max(first, 1)...min(last, faces.count - 3)
  }

  /// The mean force over a step between two samples.
  static func force(_ before: Sample, _ after: Sample, step: Double) -> Pair {
    0.5 * (before.inflow + after.inflow) - (after.momentum - before.momentum) / step
  }

  /// The state of a velocity and a pressure (over density, dense cells).
  func sample(
    _ velocity: StaggeredVelocity, pressure: NumberBuffer, on grid: StaggeredGrid
  ) -> Sample {
    let (u, v) = (velocity.u.base, velocity.v.base)
    let (s, m) = (grid.stride, grid.metrics)
    var sample = Sample(momentum: .zero, inflow: .zero)
    for j in rows {
      let height = m.row_height[j]
      for i in columns.lowerBound...columns.upperBound + 1 {
        sample.momentum.x += u[(j + 1) * s + i] * height / m.column_gap[i]
      }
    }
    for j in rows.lowerBound...rows.upperBound + 1 {
      for i in columns {
        sample.momentum.y += v[j * s + i + 1] * m.column_width[i] / m.row_gap[j]
      }
    }
    sample.inflow.x =
      horizontalEnds(u, pressure.base, grid) + horizontalSides(u, v, grid)
    sample.inflow.y =
      verticalEnds(v, pressure.base, grid) + verticalSides(u, v, grid)
    return sample
  }

  /// Inflow of u through the left and right sides, which pass through the middles of cells.
  private func horizontalEnds(
    _ u: UnsafePointer<Double>, _ p: UnsafePointer<Double>, _ grid: StaggeredGrid
  ) -> Double {
    let (s, m) = (grid.stride, grid.metrics)
    var sum = 0.0
    for j in rows {
      for (i, sign) in [(columns.lowerBound - 1, 1.0), (columns.upperBound + 1, -1.0)] {
        let (west, east) = (u[(j + 1) * s + i], u[(j + 1) * s + i + 1])
        let mean = 0.5 * (west + east)
        let stress = viscosity * (east - west) * m.inverse_column_width[i]
        sum += sign * m.row_height[j] * (mean * mean + p[j * grid.columns + i] - stress)
      }
    }
    return sum
  }

  /// Inflow of u through the lower and upper sides.
  private func horizontalSides(
    _ u: UnsafePointer<Double>, _ v: UnsafePointer<Double>, _ grid: StaggeredGrid
  ) -> Double {
    let (s, m) = (grid.stride, grid.metrics)
    var sum = 0.0
    for i in columns.lowerBound...columns.upperBound + 1 {
      for (j, sign) in [(rows.lowerBound, 1.0), (rows.upperBound + 1, -1.0)] {
        let (below, above) = (u[j * s + i], u[(j + 1) * s + i])
        let flux =
          0.5 * (v[j * s + i] * m.column_width[i - 1] + v[j * s + i + 1] * m.column_width[i])
        let stress = viscosity * (above - below) * m.row_gap[j]
        sum += sign * (flux * 0.5 * (below + above) - stress / m.column_gap[i])
      }
    }
    return sum
  }

  /// Inflow of v through the lower and upper sides, which pass through the middles of cells.
  private func verticalEnds(
    _ v: UnsafePointer<Double>, _ p: UnsafePointer<Double>, _ grid: StaggeredGrid
  ) -> Double {
    let (s, m) = (grid.stride, grid.metrics)
    var sum = 0.0
    for i in columns {
      for (j, sign) in [(rows.lowerBound - 1, 1.0), (rows.upperBound + 1, -1.0)] {
        let (south, north) = (v[j * s + i + 1], v[(j + 1) * s + i + 1])
        let mean = 0.5 * (south + north)
        let stress = viscosity * (north - south) * m.inverse_row_height[j]
        sum += sign * m.column_width[i] * (mean * mean + p[j * grid.columns + i] - stress)
      }
    }
    return sum
  }

  /// Inflow of v through the left and right sides.
  private func verticalSides(
    _ u: UnsafePointer<Double>, _ v: UnsafePointer<Double>, _ grid: StaggeredGrid
  ) -> Double {
    let (s, m) = (grid.stride, grid.metrics)
    var sum = 0.0
    for j in rows.lowerBound...rows.upperBound + 1 {
      for (i, sign) in [(columns.lowerBound, 1.0), (columns.upperBound + 1, -1.0)] {
        let (west, east) = (v[j * s + i], v[j * s + i + 1])
        let flux = 0.5 * (u[j * s + i] * m.row_height[j - 1] + u[(j + 1) * s + i] * m.row_height[j])
        let stress = viscosity * (east - west) * m.column_gap[i]
        sum += sign * (flux * 0.5 * (west + east) - stress / m.row_gap[j])
      }
    }
    return sum
  }
}
