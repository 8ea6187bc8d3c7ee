import Autodiff
import Networks
import Solvers

/// One solve in the making, with its regulariser in a graph for training.
struct EquationPass {
  let choices: EquationChoices
  let equation: EquationRecorder.Equation
  let graph: SampleGraph
  let clock: EquationClock

  private var tape: Tape<Float> { graph.tape }
  private var regulariser: RegulariserChoices { choices.regulariser }

  /// The states and the penalty, [1], without its weight.
  func regularised() -> (states: Variable<Float>, penalty: Variable<Float>?) {
    switch regulariser.kind {
    case .none, .steer:
      let result = watched(solve(steps: choices.fixedSteps))
      if regulariser.kind == .steer { steer() }
      return (result.states, nil)
    case .error, .stiffness, .errorStiffness:
      let result = watched(
        solve(
          steps: choices.fixedSteps, penalties: regulariser.stepPenalties.map { $0.regulariser }))
      return (result.states, result.penalties.map(summed))
    case .local: return local()
    case .taylor, .kinetic: return integrated()
    case .distilled: return distilled()
    }
  }

  /// A solve by `steps` equal steps, or adaptive ones when that is 0.
  func solve(steps: Int, penalties: [StepRegulariser] = []) -> InitialValueResult<Float> {
    let rate = equation.rate
    let result = tape.solution(
      from: equation.initial, over: equation.span, by: choices.solver.method,
      choices.options(steps, over: equation.span, saving: equation.times),
      regularisers: penalties, adjoint: choices.adjoint.method
    ) { tape, time, state in
      rate(tape, tape.curve(time, slope: nil), tape.curve(state, slope: nil)).value
    }
    clock.lead(result.solve, fixedSteps: steps)
    return result
  }

  private func watched(_ result: InitialValueResult<Float>) -> InitialValueResult<Float> {
    graph.watch(result.solve)
    return result
  }

  private func steer() {
    let (clock, halfWidth) = (clock, regulariser.halfWidth)
    graph.beforeEachStep("steer", for: .batch) { clock.steer(halfWidth: halfWidth, from: &$0) }
  }

  private func summed(_ penalties: Variable<Float>) -> Variable<Float> {
    let factors = regulariser.stepPenalties.map(\.factor)
    guard factors != [1] else { return penalties }
    let scaled = tape.product(penalties, tape.constant([factors.count], factors))
    return tape.reshaped(tape.sum(scaled, over: [0]), to: [1])
  }

  private func local() -> (Variable<Float>, Variable<Float>?) {
    let result = solve(steps: choices.fixedSteps)
    let (value, step) = tape.localPenalty(
      of: result, regulariser.localPenalty(choices.measure))
    graph.beforeEachStep("local", for: .batch) { step.drawNext(from: &$0) }
    graph.watch(
      CompanionSolve(result.solve) {
        [BackwardReport(trace: SolveTrace(attempts: [], work: step.work))]
      })
    return (result.states, value)
  }

  /// Of `taylor` the mean over samples of ∫ mean (d^K y / dt^K)² dt; of `kinetic` that of
  /// ∫ mean f² + mean (J ε)² dt. Unlike in the code of both papers the errors of the integrals do not
  /// choose steps, so that a penalty costs no evaluations by its own roughness.
  private func integrated() -> (Variable<Float>, Variable<Float>?) {
    let isTaylor = regulariser.kind == .taylor
    let result = watched(
      tape.solution(
        from: equation.initial, over: equation.span, by: choices.solver.method,
        choices.options(choices.fixedSteps, over: equation.span, saving: equation.times),
        integrals: isTaylor ? 1 : 2, adjoint: choices.adjoint.method,
        rate: isTaylor ? taylorRate : kineticRate))
    clock.lead(result.solve, fixedSteps: choices.fixedSteps)
    let penalty = result.integrals.map { integrals in
      let (times, densities, samples) = (
        integrals.shape[0], integrals.shape[1], integrals.shape[2]
      )
      let last = tape.reshaped(
        tape.slice(integrals, axis: 0, times - 1..<times), to: [densities * samples])
      return tape.scaled(
        tape.reshaped(tape.mean(last, over: [0]), to: [1]), by: Float(densities))
    }
    return (result.states, penalty)
  }

  private func taylorRate(
    _ tape: Tape<Float>, _ time: Variable<Float>, _ state: Variable<Float>
  ) -> PenalisedRate<Float> {
    tape.taylorRate(
      order: regulariser.order, features: equation.penalisedFeatures, time: time, state: state,
      of: equation.rate)
  }

  /// With a probe of random signs, drawn anew for each step.
  private func kineticRate(
    _ tape: Tape<Float>, _ time: Variable<Float>, _ state: Variable<Float>
  ) -> PenalisedRate<Float> {
    let probe = tape.constant(state.shape)
    graph.beforeEachStep("probe") { stream in
      for index in 0..<probe.count { probe.value[index] = stream.index(below: 2) == 0 ? -1 : 1 }
    }
    return tape.kineticRate(
      probe: probe, features: equation.penalisedFeatures, time: time, state: state,
      of: equation.rate)
  }

  private func distilled() -> (Variable<Float>, Variable<Float>?) {
    let teacher = solve(steps: 0)
    let pupil = solve(steps: choices.fixedSteps)
    graph.watch(
      CompanionSolve(teacher.solve) { [solve = pupil.solve] in
        [BackwardReport(outcome: solve.outcome, trace: solve.trace)]
      })
    let penalty = tape.meanSquareError(pupil.states, target: tape.detached(teacher.states))
    return (teacher.states, tape.reshaped(penalty, to: [1]))
  }
}
