import CKernels

/// Advances two fluids by one step: water and momentum by sweeps, then viscosity, buoyancy, pressure.
///
/// First order in time, second in space away from the interface. Surface tension is left out.
final class TwoPhaseStepper {
  let domain: TwoPhaseDomain
  let fluids: TwoPhaseFluids
  /// The downward acceleration, in m/s^2.
  let gravity: Double
  let velocity: StaggeredVelocity
  let fraction: VolumeFraction
  let pressure: TwoPhasePressure
  let viscosity: ViscousForce
  private let transport: TwoPhaseTransport
  private let residual: ResidualProjection
  private var first = SweepDirection.horizontal

  init(domain: TwoPhaseDomain, fluids: TwoPhaseFluids, gravity: Double) {
    self.domain = domain
    self.fluids = fluids
    self.gravity = gravity
    velocity = StaggeredVelocity(on: domain.grid)
    fraction = VolumeFraction(domain: domain)
    pressure = TwoPhasePressure(domain: domain)
    viscosity = ViscousForce(domain: domain, fluids: fluids)
    transport = TwoPhaseTransport(domain: domain, fluids: fluids)
    residual = ResidualProjection(domain: domain)
  }

  /// Makes the velocity set so far fit the boundary and free of divergence. `step` is of the size of
  /// the first step: it scales the pressure alone.
  func start(step: Double) {
    domain.impose(on: velocity)
    fraction.fillGhosts(velocity)
    transport.updateMass(fraction)
    finish(step: step)
  }

  /// Advances by `step` seconds.
  func advance(by step: Double) {
    transport.advance(fraction, velocity, step: step, first: first)
    first = first == .horizontal ? .vertical : .horizontal
    domain.impose(on: velocity)
    viscosity.apply(
      to: velocity, fraction: fraction.values, mass: transport.mass, step: step,
      pressure: pressure)
    addBuoyancy(step: step)
    domain.impose(on: velocity)
    finish(step: step)
  }

  /// An independent stepper in the same state.
  func copy() -> TwoPhaseStepper {
    let twin = TwoPhaseStepper(domain: domain, fluids: fluids, gravity: gravity)
    twin.velocity.copy(from: velocity)
    twin.fraction.copy(from: fraction)
    twin.pressure.copy(from: pressure)
    twin.first = first
    return twin
  }

  private func addBuoyancy(step: Double) {
    guard gravity != 0 else { return }
    var kernel = fluids.kernel
    domain.grid.withMetrics {
      flow_twophase_buoyancy($0, &kernel, transport.mass.base, -gravity * step, velocity.v.base)
    }
  }

  private func finish(step: Double) {
    pressure.project(velocity, mass: transport.mass, step: step)
    residual.project(velocity)
    domain.imposeSideways(on: velocity)
  }
}
