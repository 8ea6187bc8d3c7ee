import Tensors

/// The loop from the start of the span to its end, the only one: explicit, implicit, symplectic and
/// stochastic methods differ in their stepper alone.
final class SteppingLoop<S: SolverScalar> {
  /// Called with each accepted step before the loop goes on.
  typealias Observer = (Step<S>) -> Void

  private let stepper: any Stepper<S>
  private let options: SolveOptions
  private let clock: StepClock
  private let states: StateSet<S>
  private var saver: StateSaver<S>
  private var records: [StepRecord] = []
  private var time: Double
  private var predecessor = Step<S>.Predecessor.none
  private var failuresInRow = 0
  private var lastFailure: StepAttempt.Failure?

  init(
    _ stepper: any Stepper<S>, initial: [S], span: ClosedRange<Double>, options: SolveOptions
  ) {
    self.stepper = stepper
    self.options = options
    clock = StepClock(span: span, options: options)
    states = StateSet(count: 2, length: initial.count)
    // a loop over elements would not be specialised
    states[0].update(from: initial, count: initial.count)
    saver = StateSaver(saving: options.saving, count: initial.count)
    time = span.lowerBound
  }

  /// Runs to the end or to a failure.
  ///
  /// - Parameters:
  ///   - firstSize: the first step size of adaptive steps
  ///   - controller: the law of the step size
  ///   - observer: told of every accepted step
  /// - Returns: what was saved and what happened
  func run(
    firstSize: Double, controller: StepController, observer: Observer? = nil
  ) -> Solution<S> {
    saver.saveStart(time, state: states[0])
    let outcome: SolveOutcome
    if !S.stepping.allFinite(states.length, states[0]) {
      outcome = .nonFinite(time: time, stage: 0)
    } else {
      switch options.steps {
      case .fixed(_, let measure), .given(_, let measure):
        outcome = runFixed(measure, observer)
      case .adaptive(let steps): outcome = runAdaptive(steps, firstSize, controller, observer)
      }
    }
    if outcome == .finished { saver.saveEnd(time, state: states[0]) }
    return Solution(
      times: saver.times, states: saver.states, outcome: outcome,
      trace: SolveTrace(attempts: records, work: stepper.work))
  }

  private func runFixed(_ measure: ErrorMeasure?, _ observer: Observer?) -> SolveOutcome {
    while time < clock.end {
      if records.count >= options.stepLimit {
        return .stepLimit(time: time, steps: records.count)
      }
      let target = clock.nextFixedTarget(after: time)
      let step = step(of: target - time, until: target, measure: measure)
      let attempt = stepper.attempt(step)
      record(step, attempt, isAccepted: attempt.failure == nil)
      if let failure = attempt.failure { return outcome(of: failure) }
      accept(step, observer)
    }
    return .finished
  }

  private func runAdaptive(
    _ steps: AdaptiveSteps, _ firstSize: Double, _ controller: StepController,
    _ observer: Observer?
  ) -> SolveOutcome {
    guard firstSize.isFinite else { return .nonFinite(time: time, stage: 0) }
    var proposed = firstSize
    var memory = controller.initialMemory
    while time < clock.end {
      if records.count >= options.stepLimit {
        return .stepLimit(time: time, steps: records.count)
      }
      proposed = min(proposed, steps.sizes.upperBound)
      if proposed < steps.sizes.lowerBound || time + proposed == time {
        return lastFailure.map(outcome) ?? .stepUnderflow(time: time, stepSize: proposed)
      }
      let target = clock.adaptiveTarget(after: time, proposed: proposed)
      let isClipped = target < time + proposed
      let size = target == time + proposed ? proposed : target - time
      let step = step(of: size, until: target, measure: steps.measure)
      let attempt = stepper.attempt(step)
      let error = attempt.failure == nil ? attempt.errorEstimate ?? 0 : Double.infinity
      let isAccepted = controller.accepts(error)
      record(step, attempt, isAccepted: isAccepted)
      let factor = controller.factor(error: error, memory: memory, isAccepted: isAccepted)
      if isAccepted {
        memory = controller.remembering(error, in: memory)
        accept(step, observer)
        // A step cut short at a stop says nothing against the size that was proposed before.
        proposed = isClipped ? max(size * factor, proposed) : size * factor
      } else {
        if let failure = attempt.failure, failuresInRow >= options.retries {
          return outcome(of: failure)
        }
        failuresInRow += attempt.failure == nil ? 0 : 1
        lastFailure = attempt.failure
        predecessor = .rejected
        proposed = size * factor
      }
    }
    return .finished
  }

  private func step(of size: Double, until target: Double, measure: ErrorMeasure?) -> Step<S> {
    Step(
      time: time, size: size, end: target, state: UnsafePointer(states[0]), result: states[1],
      predecessor: predecessor, measure: measure)
  }

  private func record(_ step: Step<S>, _ attempt: StepAttempt, isAccepted: Bool) {
    records.append(
      StepRecord(
        time: step.time, size: step.size, errorEstimate: attempt.errorEstimate ?? 0,
        eigenvalueEstimate: attempt.eigenvalueEstimate ?? 0, isAccepted: isAccepted))
  }

  private func accept(_ step: Step<S>, _ observer: Observer?) {
    observer?(step)
    saver.saveWithin(step, stepper)
    states.swap(0, 1)
    time = step.end
    predecessor = .accepted
    failuresInRow = 0
    lastFailure = nil
  }

  private func outcome(of failure: StepAttempt.Failure) -> SolveOutcome {
    switch failure {
    case .nonFinite(let stage): .nonFinite(time: time, stage: stage)
    case .unsolvedStage(let stage): .unsolvedStage(time: time, stage: stage)
    }
  }
}
