import CKernels

/// The share of water in each cell, and the volumes of water that cross faces in a sweep.
///
/// Sweeps after Weymouth & Yue 2010, J. Comput. Phys. 229, 2853: with a velocity free of divergence
/// and a Courant number below 1/2 no volume is lost and no cell holds less than none or more than
/// itself, both to rounding.
final class VolumeFraction {
  /// In the cells with their ring of ghosts.
  let values: NumberBuffer
  /// Where water had the larger share at the start of the step.
  let indicator: NumberBuffer
  /// The water that crosses faces of the sweep's direction, in m^2.
  let flux: NumberBuffer
  /// The water that entered through the sides since time 0 less what left, in m^2.
  private(set) var netInflow = 0.0
  let domain: TwoPhaseDomain

  init(domain: TwoPhaseDomain) {
    self.domain = domain
    values = NumberBuffer(count: domain.grid.componentCount)
    indicator = NumberBuffer(count: domain.grid.componentCount)
    flux = NumberBuffer(count: domain.grid.componentCount)
  }

  func copy(from other: VolumeFraction) {
    values.copy(from: other.values)
    netInflow = other.netInflow
  }

  /// Fixes the indicator for the two sweeps of a step.
  func beginStep() {
    domain.grid.withMetrics { flow_vof_indicator($0, values.base, indicator.base) }
  }

  /// Moves the water over one direction's faces; ghosts must be filled.
  func sweep(_ direction: SweepDirection, velocity: NumberBuffer, step: Double) {
    let code = direction.rawValue
    domain.grid.withMetrics { metrics in
      flow_vof_fluxes(metrics, code, values.base, velocity.base, step, flux.base)
      flow_vof_advance(
        metrics, code, indicator.base, velocity.base, flux.base, step, values.base)
    }
    guard direction == .horizontal else { return }
    let (nx, s) = (domain.grid.columns, domain.grid.stride)
    for j in 1...domain.grid.rows { netInflow += flux.base[j * s] - flux.base[j * s + nx] }
  }

  /// The volume of water in the fluid cells, in m^2.
  var volume: Double {
    let (grid, m) = (domain.grid, domain.grid.metrics)
    var sum = 0.0
    for j in 1...grid.rows {
      for i in 1...grid.columns where !isSolid(i, j) {
        sum += values.base[j * grid.stride + i] * m.column_width[i - 1] * m.row_height[j - 1]
      }
    }
    return sum
  }

  /// Fills the ghosts: walls mirror (a contact angle of 90 degrees), an inflow brings water, an open
  /// side air where fluid enters. The cells on the rim of the block mirror theirs.
  func fillGhosts(_ velocity: StaggeredVelocity) {
    let (nx, ny, s) = (domain.grid.columns, domain.grid.rows, domain.grid.stride)
    let (f, u) = (values.base, velocity.u.base)
    for j in 1...ny {
      f[j * s] = ghost(domain.left[j - 1], inside: f[j * s + 1], enters: u[j * s] > 0)
      f[j * s + nx + 1] = ghost(
        domain.right[j - 1], inside: f[j * s + nx], enters: u[j * s + nx] < 0)
    }
    for i in 0...nx + 1 {
      f[i] = f[s + i]
      f[(ny + 1) * s + i] = f[ny * s + i]
    }
    fillBlock(f, s)
  }

  private func fillBlock(_ f: UnsafeMutablePointer<Double>, _ s: Int) {
    guard let block = domain.block else { return }
    let (first, last) = (block.columns.lowerBound, block.columns.upperBound)
    let top = block.rows.upperBound
    for j in block.rows {
      for i in block.columns {
        let isNearerLeft = 2 * i <= first + last
        f[j * s + i] = isNearerLeft ? f[j * s + first - 1] : f[j * s + last + 1]
      }
    }
    for i in block.columns { f[top * s + i] = f[(top + 1) * s + i] }
  }

  private func ghost(_ condition: SideCondition, inside: Double, enters: Bool) -> Double {
    switch condition {
    case .wall, .slip: inside
    case .inflow: 1
    case .open: enters ? 0 : inside
    }
  }

  func isSolid(_ column: Int, _ row: Int) -> Bool {
    domain.block.map { $0.columns.contains(column) && $0.rows.contains(row) } ?? false
  }
}
