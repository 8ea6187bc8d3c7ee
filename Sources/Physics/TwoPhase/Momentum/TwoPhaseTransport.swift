import CKernels

/// Moves water, mass and momentum together, one direction after the other.
final class TwoPhaseTransport {
  private let domain: TwoPhaseDomain
  private let fluids: flow_fluids
  /// The velocity that carries, free of divergence, as it was at the start of the step.
  private let carrier: StaggeredVelocity
  /// The mass of each cell per metre of depth, before and after a sweep, in kg/m.
  private let massBefore: NumberBuffer
  let mass: NumberBuffer
  private let massFlux: NumberBuffer
  private let carried: NumberBuffer

  init(domain: TwoPhaseDomain, fluids: TwoPhaseFluids) {
    self.domain = domain
    self.fluids = fluids.kernel
    let count = domain.grid.componentCount
    carrier = StaggeredVelocity(on: domain.grid)
    massBefore = NumberBuffer(count: count)
    mass = NumberBuffer(count: count)
    massFlux = NumberBuffer(count: count)
    carried = NumberBuffer(count: count)
  }

  /// Advances `fraction` and `velocity` by `step`, `first` direction first.
  func advance(
    _ fraction: VolumeFraction, _ velocity: StaggeredVelocity, step: Double,
    first: SweepDirection
  ) {
    carrier.copy(from: velocity)
    fraction.fillGhosts(carrier)
    updateMass(fraction)
    fraction.beginStep()
    sweep(first, fraction, velocity, step)
    sweep(first == .horizontal ? .vertical : .horizontal, fraction, velocity, step)
  }

  /// Sets the masses to those of `fraction`.
  func updateMass(_ fraction: VolumeFraction) {
    var fluids = fluids
    domain.grid.withMetrics { flow_twophase_masses($0, &fluids, fraction.values.base, mass.base) }
  }

  private func sweep(
    _ direction: SweepDirection, _ fraction: VolumeFraction, _ velocity: StaggeredVelocity,
    _ step: Double
  ) {
    let isHorizontal = direction == .horizontal
    let speed = isHorizontal ? carrier.u : carrier.v
    fraction.sweep(direction, velocity: speed, step: step)
    fraction.fillGhosts(carrier)
    massBefore.copy(from: mass)
    updateMass(fraction)
    let (u, v) = (velocity.u.base, velocity.v.base)
    var fluids = fluids
    domain.grid.withMetrics { metrics in
      flow_twophase_transport(
        metrics, direction.rawValue, &fluids, speed.base, step, fraction.flux.base,
        fraction.indicator.base, massBefore.base, mass.base, massFlux.base, carried.base,
        isHorizontal ? u : v, isHorizontal ? v : u)
    }
    domain.close(velocity.u, velocity.v)
  }
}
