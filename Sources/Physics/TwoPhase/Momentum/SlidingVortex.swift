#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The decaying Taylor-Green vortex by the two-phase solver: "water" and "air" are the same fluid and
/// their interface, which the vortex winds up, must not be felt.
///
/// u = sin x cos y F, v = -cos x sin y F with F = exp(-2 nu t) on the box [0, pi]^2, whose walls let the
/// fluid slide: no shear acts on them in the exact solution.
public struct SlidingVortex: Sendable {
  /// The kinematic viscosity nu.
  public var kinematicViscosity = 0.05
  /// The time at which errors are taken.
  public var endTime = 1.0

  /// The vortex with its standard numbers.
  public init() {}

  /// The relative L2 error of the velocity at the end, on `cells` x `cells` in `steps` equal steps.
  public func velocityError(cells: Int, steps: Int) -> Double {
    let axis = GridAxis(cells: cells, length: .pi)
    let grid = StaggeredGrid(columns: axis, rows: axis)
    let side = [SideCondition](repeating: .slip, count: cells)
    let domain = TwoPhaseDomain(grid: grid, left: side, right: side, floor: .slip, ceiling: .slip)
    let fluids = TwoPhaseFluids(
      waterDensity: 1, waterViscosity: kinematicViscosity, airDensity: 1,
      airViscosity: kinematicViscosity)
    let stepper = TwoPhaseStepper(domain: domain, fluids: fluids, gravity: 0)
    stepper.fraction.fillDisc(x: 1.2, y: 1.5, radius: 0.7)
    set(stepper.velocity, on: grid, time: 0)
    let step = endTime / Double(steps)
    stepper.start(step: step)
    for _ in 0..<steps { stepper.advance(by: step) }
    return difference(stepper.velocity, on: grid)
  }

  /// The order in space with steps in proportion to the square of the cells, so that the first-order
  /// error in time falls alike.
  public func observedOrder(cells: [Int]) -> Double {
    let errors = cells.map { velocityError(cells: $0, steps: $0 * $0 / 8) }
    return ObservedOrder.fitted(sizes: cells.map { 1 / Double($0) }, errors: errors)
  }

  private func difference(_ velocity: StaggeredVelocity, on grid: StaggeredGrid) -> Double {
    let exact = StaggeredVelocity(on: grid)
    set(exact, on: grid, time: endTime)
    let size = exact.energy(on: grid)
    for index in 0..<grid.componentCount {
      exact.u.base[index] -= velocity.u.base[index]
      exact.v.base[index] -= velocity.v.base[index]
    }
    return (exact.energy(on: grid) / size).squareRoot()
  }

  private func set(_ velocity: StaggeredVelocity, on grid: StaggeredGrid, time: Double) {
    let decay = exp(-2 * kinematicViscosity * time)
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
}
