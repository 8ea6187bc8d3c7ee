import CKernels

/// The viscous acceleration nu laplacian(u), second-order central, added to a rate or solved for.
final class Diffusion {
  let treatment: ViscousTreatment
  let kinematicViscosity: Double
  private let grid: StaggeredGrid
  private let solvers: (u: SeparableSolver, v: SeparableSolver)?
  private var preparedStep = 0.0

  init(grid: StaggeredGrid, kinematicViscosity: Double, treatment: ViscousTreatment) {
    self.grid = grid
    self.kinematicViscosity = kinematicViscosity
    self.treatment = treatment
    switch treatment {
    case .explicit: solvers = nil
    case .implicit:
      solvers = (
        SeparableSolver(along: .wallNormal(grid.columnAxis), across: .wallParallel(grid.rowAxis)),
        SeparableSolver(along: .wallParallel(grid.columnAxis), across: .wallNormal(grid.rowAxis))
      )
    }
  }

  /// The largest decay rate of the operator, in 1/s: its real-axis radius.
  var largestRate: Double {
    4 * kinematicViscosity / (grid.diffusiveWidth * grid.diffusiveWidth)
  }

  /// Adds the acceleration of `velocity` to `rate`.
  func add(_ velocity: StaggeredVelocity, to rate: StaggeredVelocity) {
    grid.withMetrics { metrics in
      flow_diffusion(
        metrics, kinematicViscosity, velocity.u.base, velocity.v.base, rate.u.base, rate.v.base)
    }
  }

  /// Replaces the inner faces of `velocity` by the solution w of w - step nu laplacian(w) =
  /// velocity, with the wall values that `velocity` carries.
  func solve(_ velocity: StaggeredVelocity, step: Double) {
    guard let solvers else { preconditionFailure("explicit diffusion has nothing to solve") }
    let scale = step * kinematicViscosity
    if step != preparedStep {
      solvers.u.prepare(shift: 1, scale: scale)
      solvers.v.prepare(shift: 1, scale: scale)
      preparedStep = step
    }
    addWalls(velocity, scale: scale)
    let first = grid.stride + 1
    for (solver, part) in [(solvers.u, velocity.u), (solvers.v, velocity.v)] {
      solver.solve(
        part.base + first, stride: grid.stride, into: part.base + first, stride: grid.stride)
    }
  }

  /// Moves the known wall values to the right-hand side.
  private func addWalls(_ velocity: StaggeredVelocity, scale: Double) {
    let (nx, ny, s, m) = (grid.columns, grid.rows, grid.stride, grid.metrics)
    let (u, v) = (velocity.u.base, velocity.v.base)
    let bottom = scale * m.inverse_row_height[0] * m.row_gap[0]
    let top = scale * m.inverse_row_height[ny - 1] * m.row_gap[ny]
    for i in 1..<nx {
      u[s + i] += bottom * u[i]
      u[ny * s + i] += top * u[(ny + 1) * s + i]
    }
    let left = scale * m.inverse_column_width[0] * m.column_gap[0]
    let right = scale * m.inverse_column_width[nx - 1] * m.column_gap[nx]
    for j in 1..<ny {
      v[j * s + 1] += left * v[j * s]
      v[j * s + nx] += right * v[j * s + nx + 1]
    }
  }
}
