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
  private let solver: SeparableSolver

  init(grid: StaggeredGrid) {
    self.grid = grid
    pressure = NumberBuffer(count: grid.cellCount)
    potential = NumberBuffer(count: grid.cellCount)
    solver = SeparableSolver(
      along: .zeroGradient(grid.columnAxis), across: .zeroGradient(grid.rowAxis))
  }

  /// Projects `velocity`, which was advanced over `step` seconds with `implicitViscosity` (m^2/s)
  /// solved for; 0 when viscosity was explicit.
  func project(_ velocity: StaggeredVelocity, step: Double, implicitViscosity: Double) {
    let (q, nx) = (potential.base, grid.columns)
    grid.withMetrics { metrics in
      flow_divergence(metrics, velocity.u.base, velocity.v.base, q)
      if implicitViscosity > 0 {
        for cell in 0..<grid.cellCount { pressure.base[cell] -= 0.5 * implicitViscosity * q[cell] }
      }
      solver.solve(q, stride: nx, into: q, stride: nx)
      flow_correct(metrics, velocity.u.base, velocity.v.base, q, pressure.base, step)
    }
  }

  /// The largest |div u| over the cells, in 1/s; the potential serves as scratch.
  func largestDivergence(_ velocity: StaggeredVelocity) -> Double {
    let q = potential.base
    grid.withMetrics { flow_divergence($0, velocity.u.base, velocity.v.base, q) }
    return (0..<grid.cellCount).reduce(0) { max($0, abs(q[$1])) }
  }
}
