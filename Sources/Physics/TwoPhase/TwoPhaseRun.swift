import CKernels

/// A two-phase stepper with its clock and its account of volume.
final class TwoPhaseRun {
  let stepper: TwoPhaseStepper
  private(set) var time = 0.0
  private(set) var steps = 0
  private let courantNumber: Double
  /// Reference speed and length: they scale the divergence and bound speed and step.
  private let speed: Double
  private let length: Double
  private let startVolume: Double
  private var largestVolume: Double
  private var lastStep: Double

  /// The largest speed that is not yet a divergence, in reference speeds.
  private static let speedBound = 1e3
  /// The largest ratio of a step to the one before it.
  private static let growth = 1.2

  /// A run from the state that `stepper` was given.
  init(_ stepper: TwoPhaseStepper, courantNumber: Double, speed: Double, length: Double) {
    self.stepper = stepper
    self.courantNumber = courantNumber
    self.speed = speed
    self.length = length
    startVolume = stepper.fraction.volume
    largestVolume = startVolume
    let smallest = stepper.domain.grid.diffusiveWidth
    lastStep = 0.1 * courantNumber * smallest / speed
    stepper.start(step: lastStep)
  }

  private init(copying other: TwoPhaseRun) {
    stepper = other.stepper.copy()
    time = other.time
    steps = other.steps
    courantNumber = other.courantNumber
    speed = other.speed
    length = other.length
    startVolume = other.startVolume
    largestVolume = other.largestVolume
    lastStep = other.lastStep
  }

  /// An independent run in the same state.
  func copy() -> TwoPhaseRun { TwoPhaseRun(copying: self) }

  /// Steps until `target` seconds; the last step ends there exactly.
  func advance(to target: Double) throws {
    precondition(target >= time, "time \(target) s lies before the present \(time) s")
    while time < target {
      let remaining = target - time
      let rate = convectiveRate
      try checkVelocity(rate)
      let limit = min(bound(rate), Self.growth * lastStep)
      let step = remaining / (remaining / limit).rounded(.up)
      stepper.advance(by: step)
      lastStep = step
      steps += 1
      time = step >= remaining * (1 - 1e-9) ? target : time + step
    }
    try checkVelocity(convectiveRate)
    largestVolume = max(largestVolume, stepper.fraction.volume)
  }

  /// Conjugate gradient iterations of the pressure a step, on average.
  var pressureIterations: Double {
    Double(stepper.pressure.iterations) / Double(max(steps, 1))
  }

  /// Divergence and error of volume at the present time.
  var ledger: ConservationLedger {
    let volume = stepper.fraction.volume
    let error = abs(volume - startVolume - stepper.fraction.netInflow)
    let largest = max(largestVolume, volume)
    return ConservationLedger(
      largestDivergence: largestDivergence * length / speed,
      relativeVolumeError: largest > 0 ? error / largest : error)
  }

  /// The energy is a sum, so that no undefined velocity escapes; a largest value may pass over one.
  private func checkVelocity(_ rate: Double) throws {
    let velocity = stepper.velocity
    guard velocity.energy(on: stepper.domain.grid).isFinite,
      velocity.largestComponent <= Self.speedBound * speed
    else { throw FlowDivergence(time: time, courantNumber: rate * lastStep) }
  }

  private var convectiveRate: Double {
    let velocity = stepper.velocity
    return stepper.domain.grid.withMetrics {
      flow_convective_rate($0, velocity.u.base, velocity.v.base)
    }
  }

  private var largestDivergence: Double {
    let (grid, velocity) = (stepper.domain.grid, stepper.velocity)
    let divergence = NumberBuffer(count: grid.cellCount)
    grid.withMetrics { flow_divergence($0, velocity.u.base, velocity.v.base, divergence.base) }
    return (0..<grid.cellCount).reduce(0) { max($0, abs(divergence.base[$1])) }
  }

  /// The step whose Courant number, with the speed that gravity adds in it, is the one asked for. In slow
  /// flows under gravity the reference speed counts, which is that of waves: first order in time would
  /// damp them.
  private func bound(_ present: Double) -> Double {
    let waves = stepper.gravity == 0 ? 0 : speed / stepper.domain.grid.diffusiveWidth
    let rate = max(present, waves)
    let fall = stepper.gravity / (stepper.domain.grid.rowAxis.widths.min() ?? length)
    return 2 * courantNumber / (rate + (rate * rate + 4 * courantNumber * fall).squareRoot())
  }
}
