import CKernels
import Solvers
import Tensors

/// The viscous stencil of one velocity component, and its steps.
final class ViscousComponent {
  private let domain: TwoPhaseDomain
  private let direction: SweepDirection
  private let weight: NumberBuffer
  private let east: NumberBuffer
  private let north: NumberBuffer
  private let inverse: NumberBuffer
  private let right: Buffer<Double>
  private let unknown: Buffer<Double>
  private let scratch: NumberBuffer

  /// Weights of the block's faces are multiplied by this, which holds them at 0.
  private static let penalty = 1e12
  private static let limits = SolveLimits(tolerance: 1e-9, iterations: 500)

  init(_ direction: SweepDirection, domain: TwoPhaseDomain) {
    let count = domain.grid.componentCount
    self.domain = domain
    self.direction = direction
    weight = NumberBuffer(count: count)
    east = NumberBuffer(count: count)
    north = NumberBuffer(count: count)
    inverse = NumberBuffer(count: count)
    scratch = NumberBuffer(count: count)
    right = Buffer(count: count)
    unknown = Buffer(count: count)
  }

  /// Sets the stencil; returns the largest ratio of links to weight, the stiffness of the step.
  func prepare(cell: NumberBuffer, corner: NumberBuffer, mass: NumberBuffer, step: Double) -> Double
  {
    domain.grid.withMetrics { metrics in
      flow_twophase_viscous_links(
        metrics, direction.rawValue, cell.base, corner.base, mass.base, 1 / step, weight.base,
        east.base, north.base)
    }
    holdBlock()
    var stencil = stencil
    return flow_stencil_largest_ratio(&stencil)
  }

  /// Sets the right-hand side: the momentum per step, and the force from the other component.
  func setRight(_ component: NumberBuffer, coupledTo other: NumberBuffer, corner: NumberBuffer) {
    domain.grid.withMetrics { metrics in
      flow_twophase_viscous_right(
        metrics, direction.rawValue, corner.base, weight.base, component.base, other.base,
        right.start)
    }
  }

  /// One explicit step.
  func stepExplicitly(_ component: NumberBuffer) {
    var stencil = stencil
    flow_stencil_explicit(&stencil, right.start, scratch.base, component.base)
  }

  /// One implicit step, with the acceleration -`pull` in it and taken out again.
  func solve(_ component: NumberBuffer, pull: NumberBuffer, step: Double) {
    for k in 0..<right.count {
      right.start[k] -= step * weight.base[k] * pull.base[k]
      unknown.start[k] = component.base[k]
    }
    zeroOutside()
    var stencil = stencil
    flow_stencil_inverse_diagonal(&stencil, inverse.base)
    let matrix = LinearOperator(count: right.count) { x, y in
      flow_stencil_apply(&stencil, x.start, y.start)
    }
    let (inverse, count) = (inverse.base, right.count)
    let solver = ConjugateGradients(Self.limits) { r, z in
      for k in 0..<count { z.start[k] = inverse[k] * r.start[k] }
    }
    _ = solver.solve(matrix, right, into: unknown)
    for j in 1...stencil.rows {
      for i in 1...stencil.columns {
        let k = j * stencil.stride + i
        component.base[k] = unknown.start[k] + step * pull.base[k]
      }
    }
  }

  private var stencil: flow_stencil {
    let grid = domain.grid
    let isHorizontal = direction == .horizontal
    return flow_stencil(
      columns: isHorizontal ? grid.columns - 1 : grid.columns,
      rows: isHorizontal ? grid.rows : grid.rows - 1, stride: grid.stride, weight: weight.base,
      east: east.base, north: north.base)
  }

  /// Entries that are no unknowns have no equation.
  private func zeroOutside() {
    let shape = stencil
    for j in 0..<domain.grid.rows + 2 {
      for i in 0..<shape.stride
      where j < 1 || j > shape.rows || i < 1 || i > shape.columns {
        right.start[j * shape.stride + i] = 0
      }
    }
  }

  /// The block's own faces are held, and the wall lies halfway to the first face inside it.
  private func holdBlock() {
    guard let block = domain.block else { return }
    let s = domain.grid.stride
    let (first, last) = (block.columns.lowerBound, block.columns.upperBound)
    let (bottom, top) = (block.rows.lowerBound, block.rows.upperBound)
    switch direction {
    case .horizontal:
      for j in block.rows { for i in (first - 1)...last { weight.base[j * s + i] *= Self.penalty } }
      for i in (first - 1)...last { north.base[top * s + i] *= 2 }
      if bottom > 1 { for i in (first - 1)...last { north.base[(bottom - 1) * s + i] *= 2 } }
    case .vertical:
      for j in (bottom - 1)...top {
        for i in block.columns { weight.base[j * s + i] *= Self.penalty }
      }
      for j in (bottom - 1)...top {
        east.base[j * s + first - 1] *= 2
        east.base[j * s + last] *= 2
      }
    }
  }
}
