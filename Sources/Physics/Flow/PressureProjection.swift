import CKernels

/// The incremental projection: makes a velocity free of divergence and updates the pressure.
///
/// -laplacian(q) = div(u*), u = u* + grad(q), p = p - q / dt - nu/2 div(u*), where u* was advanced with
/// the old pressure. Sources: van Kan 1986, SIAM J. Sci. Stat. Comput. 7, 870-891; the last term, for
/// implicit viscosity only, is the rotational form of Timmermans, Minev & van de Vosse 1996, Int. J.
/// Numer. Methods Fluids 22, 673-688, without which a wrong pressure lingers when nu dt / h^2 is
/// large. The factor 1/2 cancels the first error term of the two-stage viscous solve; with 1, the
/// bound of that form in two dimensions, flows at Re <= 10 became unstable after some time. The
/// pressure is divided by the density (m^2/s^2) and known up to a constant.
final class PressureProjection {
  let pressure: NumberBuffer
  private let grid: StaggeredGrid
  private let potential: NumberBuffer
  private let rightEnd: RightEnd
  private let body: ImmersedBody?
  private let solver: SeparableSolver
  private let patched: PatchedSolver?

  init(grid: StaggeredGrid, rightEnd: RightEnd = .wall, body: ImmersedBody? = nil) {
    self.grid = grid
    self.rightEnd = rightEnd
    self.body = body
    pressure = NumberBuffer(count: grid.cellCount)
    potential = NumberBuffer(count: grid.cellCount)
    solver = PressureProjection.separableSolver(grid, rightEnd)
    patched = body.map { [solver] in PatchedSolver(solver, patch: $0.patch) }
  }

  /// An independent projection with the same pressure.
  init(copying other: PressureProjection) {
    grid = other.grid
    rightEnd = other.rightEnd
    body = other.body
    pressure = NumberBuffer(count: grid.cellCount)
    pressure.copy(from: other.pressure)
    potential = NumberBuffer(count: grid.cellCount)
    solver = PressureProjection.separableSolver(grid, rightEnd)
    patched = other.patched.map { [solver] in $0.copy(with: solver) }
  }

  private static func separableSolver(
    _ grid: StaggeredGrid, _ rightEnd: RightEnd
  ) -> SeparableSolver {
    SeparableSolver(
      along: rightEnd == .wall ? .zeroGradient(grid.columnAxis) : .openEnd(grid.columnAxis),
      across: .zeroGradient(grid.rowAxis))
  }

  /// Projects `velocity`, which was advanced over `step` seconds with `implicitViscosity` (m^2/s)
  /// solved for; 0 when viscosity was explicit.
  func project(_ velocity: StaggeredVelocity, step: Double, implicitViscosity: Double) {
    let (q, nx) = (potential.base, grid.columns)
    grid.withMetrics { metrics in
      flow_divergence(metrics, velocity.u.base, velocity.v.base, q)
      body?.correctDivergence(q, of: velocity)
      if implicitViscosity > 0 {
        for cell in 0..<grid.cellCount { pressure.base[cell] -= 0.5 * implicitViscosity * q[cell] }
      }
      if let patched {
        patched.solve(q)
      } else {
        solver.solve(q, stride: nx, into: q, stride: nx)
      }
      flow_correct(metrics, velocity.u.base, velocity.v.base, q, pressure.base, step)
    }
    if rightEnd == .outlet { correctOutlet(velocity) }
    body?.close(velocity)
  }

  /// The gradient of the potential on the last faces, where the potential is 0.
  private func correctOutlet(_ velocity: StaggeredVelocity) {
    let (nx, scale) = (grid.columns, grid.metrics.column_gap[grid.columns])
    for j in 1...grid.rows {
      velocity.u.base[j * grid.stride + nx] -= scale * potential.base[j * nx - 1]
      velocity.v.base[j * grid.stride + nx + 1] = velocity.v.base[j * grid.stride + nx]
    }
  }

  /// The largest |div u| over the cells, in 1/s; the potential serves as scratch.
  func largestDivergence(_ velocity: StaggeredVelocity) -> Double {
    let q = potential.base
    grid.withMetrics { flow_divergence($0, velocity.u.base, velocity.v.base, q) }
    body?.correctDivergence(q, of: velocity)
    return (0..<grid.cellCount).reduce(0) { max($0, abs(q[$1])) }
  }
}
