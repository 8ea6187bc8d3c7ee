#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The decaying Taylor-Green vortex, an exact solution of the Navier-Stokes equations.
///
/// u = sin x cos y F, v = -cos x sin y F, p = (cos 2x + cos 2y) F^2 / 4 with F = exp(-2 nu t), on
/// the box [0, pi]^2. No fluid crosses the walls, which slide with the solution: the same operators
/// and the same wall handling as the cavity's lid.
public struct TaylorGreen: Sendable {
  /// The kinematic viscosity nu.
  public var kinematicViscosity = 0.05
  /// The time at which errors are taken.
  public var endTime = 1.0
  /// How strongly cells gather at the walls.
  public var stretching = 0.0
  /// How viscosity enters a step.
  public var treatment = ViscousTreatment.explicit
  /// The amplitude of a further eddy psi = sin^2 x sin^2 y. With it there is no exact solution, but
  /// convection and pressure no longer balance, which a test of the time stepping wants.
  public var disturbance = 0.0

  /// The vortex with its standard numbers.
  public init() {}

  /// The relative L2 error of the velocity at the end, on `cells` x `cells` in `steps` equal steps.
  public func velocityError(cells: Int, steps: Int) -> Double {
    precondition(disturbance == 0, "the disturbed vortex has no exact solution")
    let stepper = advanced(cells: cells, steps: steps)
    let exact = StaggeredVelocity(on: stepper.grid)
    setExact(exact, on: stepper.grid)
    return relativeDifference(stepper.velocity, exact, on: stepper.grid)
  }

  /// The order in space and time together: steps in proportion to the cells, least-squares slope.
  public func observedOrder(cells: [Int], stepsPerCell: Int = 3) -> Double {
    let errors = cells.map { velocityError(cells: $0, steps: $0 * stepsPerCell) }
    return ObservedOrder.fitted(sizes: cells.map { 1 / Double($0) }, errors: errors)
  }

  /// The order in time alone on a fixed grid: each solution against that with four times the most
  /// steps.
  public func observedTimeOrder(cells: Int, steps: [Int]) -> Double {
    let finest = 4 * (steps.max() ?? 1)
    let reference = advanced(cells: cells, steps: finest)
    let errors = steps.map { count in
      relativeDifference(
        advanced(cells: cells, steps: count).velocity, reference.velocity, on: reference.grid)
    }
    return ObservedOrder.fitted(sizes: steps.map { 1 / Double($0) }, errors: errors)
  }

  /// The kinetic energy at the end over that at the start; without viscosity it measures what
  /// convection and pressure make or destroy.
  public func energyRatio(cells: Int, steps: Int) -> Double {
    let start = started(cells: cells)
    let end = advanced(cells: cells, steps: steps)
    return end.velocity.energy(on: end.grid) / start.velocity.energy(on: start.grid)
  }

  private func advanced(cells: Int, steps: Int) -> ProjectionStepper {
    let stepper = started(cells: cells)
    let step = endTime / Double(steps)
    for index in 0..<steps { stepper.advance(from: Double(index) * step, by: step) }
    return stepper
  }

  private func started(cells: Int) -> ProjectionStepper {
    let axis = GridAxis(cells: cells, length: .pi, stretching: stretching)
    let grid = StaggeredGrid(columns: axis, rows: axis)
    let stepper = ProjectionStepper(
      grid: grid, kinematicViscosity: kinematicViscosity,
      walls: TaylorGreenWalls(kinematicViscosity: kinematicViscosity), diffusion: treatment)
    setStart(stepper)
    return stepper
  }

  /// Velocities as differences of the stream function at the corners: no divergence at all.
  private func setStart(_ stepper: ProjectionStepper) {
    let grid = stepper.grid
    let (x, y, s) = (grid.columnAxis.faces, grid.rowAxis.faces, grid.stride)
    for j in 1...grid.rows {
      for i in 1..<grid.columns {
        let rise = streamFunction(x[i], y[j]) - streamFunction(x[i], y[j - 1])
        stepper.velocity.u.base[j * s + i] = rise / (y[j] - y[j - 1])
      }
    }
    for j in 1..<grid.rows {
      for i in 1...grid.columns {
        let rise = streamFunction(x[i], y[j]) - streamFunction(x[i - 1], y[j])
        stepper.velocity.v.base[j * s + i] = -rise / (x[i] - x[i - 1])
      }
    }
    for (j, y) in grid.rowAxis.centres.enumerated() {
      for (i, x) in grid.columnAxis.centres.enumerated() {
        stepper.projection.pressure.base[j * grid.columns + i] = (cos(2 * x) + cos(2 * y)) / 4
      }
    }
  }

  private func streamFunction(_ x: Double, _ y: Double) -> Double {
    let vortex = sin(x) * sin(y)
    return vortex + disturbance * vortex * vortex
  }

  private func setExact(_ velocity: StaggeredVelocity, on grid: StaggeredGrid) {
    let decay = exp(-2 * kinematicViscosity * endTime)
    for (j, y) in grid.rowAxis.centres.enumerated() {
      for (i, x) in grid.columnAxis.faces.enumerated() {
        velocity.u.base[(j + 1) * grid.stride + i] = decay * sin(x) * cos(y)
      }
    }
    for (j, y) in grid.rowAxis.faces.enumerated() {
      for (i, x) in grid.columnAxis.centres.enumerated() {
        velocity.v.base[j * grid.stride + i + 1] = -decay * cos(x) * sin(y)
      }
    }
  }

  private func relativeDifference(
    _ velocity: StaggeredVelocity, _ reference: StaggeredVelocity, on grid: StaggeredGrid
  ) -> Double {
    let difference = StaggeredVelocity(on: grid)
    for index in 0..<grid.componentCount {
      difference.u.base[index] = velocity.u.base[index] - reference.u.base[index]
      difference.v.base[index] = velocity.v.base[index] - reference.v.base[index]
    }
    return (difference.energy(on: grid) / reference.energy(on: grid)).squareRoot()
  }
}
