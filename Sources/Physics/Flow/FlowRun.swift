/// A stepper with its clock: steps that obey the policy until a time is reached exactly.
final class FlowRun {
  let stepper: ProjectionStepper
  private(set) var time = 0.0
  private(set) var steps = 0
  private(set) var policy: StepPolicy
  /// The last step taken times the largest |u|/dx + |v|/dy before it.
  private(set) var courantNumber = 0.0
  /// Where the run blew up; it takes no further step.
  private(set) var divergence: FlowDivergence?

  init(_ stepper: ProjectionStepper, policy: StepPolicy) {
    self.stepper = stepper
    self.policy = policy
  }

  /// Steps until `target` seconds, unless the run blows up; the last step ends there exactly.
  func advance(to target: Double) { advance(to: target) { _, _ in } }

  /// The same; `observe` is called after each step with its length and the convective rate before it
  /// (1/s), and may end the run by throwing.
  func advance(to target: Double, observe: (_ step: Double, _ rate: Double) throws -> Void) rethrows
  {
    precondition(target >= time, "time \(target) s lies before the present \(time) s")
    while time < target && divergence == nil {
      let remaining = target - time
      let rate = stepper.advection.largestRate(stepper.velocity)
      guard rate.isFinite else { return diverge() }
      let step = policy.step(convectiveRate: rate, remaining: remaining)
      // Neither a step of no length nor one that is no number leads anywhere.
      guard step > 0 else { return diverge() }
      stepper.advance(from: time, by: step)
      policy.lastStep = step
      courantNumber = step * rate
      steps += 1
      time = step >= remaining * (1 - 1e-9) ? target : time + step
      try observe(step, rate)
    }
  }

  /// Ends the run: it is no result from here on.
  func diverge() {
    divergence = FlowDivergence(time: time, courantNumber: courantNumber)
  }

  /// An independent run in the same state.
  func copy() -> FlowRun {
    let twin = FlowRun(stepper.copy(), policy: policy)
    twin.time = time
    twin.steps = steps
    twin.courantNumber = courantNumber
    twin.divergence = divergence
    return twin
  }
}
