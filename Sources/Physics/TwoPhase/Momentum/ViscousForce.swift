import CKernels
import Solvers
import Tensors

/// The viscous force div(mu (grad u + grad u^T)) on a two-phase velocity.
///
/// Second-order central; mu at corners is the harmonic mean of the cells around. A step is explicit
/// where that is stable, else the part that couples each component to itself is solved for (backward
/// Euler) and the part that couples the two is taken from before.
final class ViscousForce {
  private let domain: TwoPhaseDomain
  private let fluids: flow_fluids
  private let cell: NumberBuffer
  private let corner: NumberBuffer
  private let parts: [ViscousComponent]
  /// The steps that were solved for.
  private(set) var implicitSteps = 0

  /// Twice the ratio of links to weight bounds the spectrum; an explicit step is monotone up to 1.
  private static let explicitLimit = 0.9

  init(domain: TwoPhaseDomain, fluids: TwoPhaseFluids) {
    self.domain = domain
    self.fluids = fluids.kernel
    cell = NumberBuffer(count: domain.grid.componentCount)
    corner = NumberBuffer(count: domain.grid.componentCount)
    parts = [SweepDirection.horizontal, .vertical].map { ViscousComponent($0, domain: domain) }
  }

  /// Applies the force over `step` to `velocity`. `pull` is the acceleration by the pressure of the step
  /// before: solved with it and freed of it, the velocity has no wrong layer at walls.
  func apply(
    to velocity: StaggeredVelocity, fraction: NumberBuffer, mass: NumberBuffer, step: Double,
    pressure: TwoPhasePressure
  ) {
    setViscosities(fraction)
    let ratio = parts.map { $0.prepare(cell: cell, corner: corner, mass: mass, step: step) }
    parts[0].setRight(velocity.u, coupledTo: velocity.v, corner: corner)
    parts[1].setRight(velocity.v, coupledTo: velocity.u, corner: corner)
    if max(ratio[0], ratio[1]) <= Self.explicitLimit {
      parts[0].stepExplicitly(velocity.u)
      parts[1].stepExplicitly(velocity.v)
      return
    }
    implicitSteps += 1
    parts[0].solve(velocity.u, pull: pressure.pull.u, step: step)
    parts[1].solve(velocity.v, pull: pressure.pull.v, step: step)
  }

  private func setViscosities(_ fraction: NumberBuffer) {
    var fluids = fluids
    let grid = domain.grid
    grid.withMetrics {
      flow_twophase_viscosities($0, &fluids, fraction.base, cell.base, corner.base)
    }
    let (nx, ny, s) = (grid.columns, grid.rows, grid.stride)
    if domain.floor == .slip { for i in 0...nx { corner.base[i] = 0 } }
    if domain.ceiling == .slip { for i in 0...nx { corner.base[ny * s + i] = 0 } }
    for j in 0...ny {
      if isFree(domain.left, j) { corner.base[j * s] = 0 }
      if isFree(domain.right, j) { corner.base[j * s + nx] = 0 }
    }
  }

  /// Whether no shear acts on a side at the corner above row `row`.
  private func isFree(_ side: [SideCondition], _ row: Int) -> Bool {
    let (below, above) = (side[max(row - 1, 0)], side[min(row, side.count - 1)])
    return [below, above].contains(.open) || below == .slip
  }
}
