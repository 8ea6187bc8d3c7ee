import CKernels
import Solvers
import Tensors

/// The pressure of a two-phase flow: div(1/density grad p) = div(u)/step by conjugate gradients with
/// one multigrid cycle as preconditioner, then u - step/density grad p.
final class TwoPhasePressure {
  /// In Pa, less that of a column of still air, with a ring of ghosts that hold the pressure outside.
  let pressure: Buffer<Double>
  /// grad(p)/density of the last projection, in m/s^2.
  let pull: StaggeredVelocity
  /// The iterations made since the start.
  private(set) var iterations = 0
  private let domain: TwoPhaseDomain
  private let east: NumberBuffer
  private let north: NumberBuffer
  private let source: Buffer<Double>
  private let levels: PressureLevels
  private let solver: ConjugateGradients
  private let matrix: LinearOperator

  /// The part of the divergence that the iteration leaves; `ResidualProjection` takes it away.
  private static let tolerance = 1e-5
  private static let iterationLimit = 200

  init(domain: TwoPhaseDomain) {
    let grid = domain.grid
    let count = grid.componentCount
    self.domain = domain
    pressure = Buffer(count: count)
    source = Buffer(count: count)
    pull = StaggeredVelocity(on: grid)
    let (east, north) = (NumberBuffer(count: count), NumberBuffer(count: count))
    let levels = PressureLevels(grid, east: east, north: north)
    let (columns, rows, stride) = (grid.columns, grid.rows, grid.stride)
    matrix = LinearOperator(count: count) { x, y in
      var stencil = flow_stencil(
        columns: columns, rows: rows, stride: stride, weight: nil, east: east.base,
        north: north.base)
      flow_stencil_apply(&stencil, x.start, y.start)
    }
    solver = ConjugateGradients(
      SolveLimits(tolerance: Self.tolerance, iterations: Self.iterationLimit)
    ) { r, z in levels.improve(r.start, into: z.start) }
    self.east = east
    self.north = north
    self.levels = levels
  }

  func copy(from other: TwoPhasePressure) {
    pressure.start.update(from: other.pressure.start, count: pressure.count)
    pull.copy(from: other.pull)
    iterations = other.iterations
  }

  /// Takes the gradient part out of `velocity` for cells of these masses.
  func project(_ velocity: StaggeredVelocity, mass: NumberBuffer, step: Double) {
    let (u, v) = (velocity.u.base, velocity.v.base)
    domain.grid.withMetrics { metrics in
      flow_twophase_conductances(
        metrics, mass.base, domain.openU.base, domain.openV.base, east.base, north.base)
      flow_twophase_source(metrics, u, v, 1 / step, source.start)
    }
    levels.prepare()
    imposeOutside(velocity, mass: mass)
    iterations += solver.solve(matrix, source, into: pressure).iterations
    domain.grid.withMetrics { metrics in
      flow_twophase_gradient(
        metrics, east.base, north.base, pressure.start, pull.u.base, pull.v.base)
    }
    add(-step, to: velocity)
  }

  /// velocity += scale * pull.
  func add(_ scale: Double, to velocity: StaggeredVelocity) {
    for (part, gradient) in [(velocity.u, pull.u), (velocity.v, pull.v)] {
      Double.elements.axpy(part.count, scale, gradient.base, part.base)
    }
  }

  /// Still air outside: entering fluid has the total pressure 0, leaving fluid the pressure 0.
  private func imposeOutside(_ velocity: StaggeredVelocity, mass: NumberBuffer) {
    let grid = domain.grid
    let (nx, s, u) = (grid.columns, grid.stride, velocity.u.base)
    for j in 1...grid.rows {
      let height = grid.metrics.row_height[j - 1]
      if domain.left[j - 1] == .open {
        let entering = max(u[j * s], 0)
        let density = mass.base[j * s] / (height * grid.metrics.column_width[0])
        pressure.start[j * s] = -0.5 * density * entering * entering
      }
      if domain.right[j - 1] == .open {
        let entering = min(u[j * s + nx], 0)
        let density = mass.base[j * s + nx + 1] / (height * grid.metrics.column_width[nx - 1])
        pressure.start[j * s + nx + 1] = -0.5 * density * entering * entering
      }
    }
  }
}
