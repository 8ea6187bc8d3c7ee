/// Steps of a diagonally implicit Runge-Kutta method.
///
/// The Jacobian is taken anew after every accepted step and kept on a rejection. kᵢ is taken from
/// the stage equation, (gᵢ - baseᵢ) / (hγ), which does not blow an error in gᵢ up by the stiffness
/// as f(gᵢ) would; the error vector is multiplied with (I - hγJ)⁻¹ for the same reason (Hosea &
/// Shampine 1996).
final class SDIRKStepper<S: SolverScalar>: Stepper {
  private let tableau: SDIRKTableau
  private let problem: InitialValueProblem<S>
  private let count: Int
  private let stages: StateSet<S>
  private let matrix: StageMatrix<S>
  private let newton: StageNewton<S>
  /// Base of the stage, argument, error.
  private let scratch: StateSet<S>
  private var rateEvaluations = 0

  init(_ tableau: SDIRKTableau, _ problem: InitialValueProblem<S>) {
    self.tableau = tableau
    self.problem = problem
    count = problem.initial.count
    stages = StateSet(count: tableau.stageCount, length: count)
    matrix = StageMatrix(problem)
    newton = StageNewton(problem, matrix)
    scratch = StateSet(count: 3, length: count)
  }

  var work: WorkCount {
    var work = WorkCount()
    work.evaluations = rateEvaluations + newton.evaluations + matrix.evaluations
    work.jacobians = matrix.jacobians
    work.factorisations = matrix.factorisations
    work.iterations = newton.iterations
    return work
  }

  func attempt(_ step: Step<S>) -> StepAttempt {
    prepare(step)
    guard S.stepping.allFinite(count, stages[0]) else {
      return StepAttempt(failure: .nonFinite(stage: 1))
    }
    let shift = step.size * tableau.diagonal
    guard matrix.factorise(diagonal: 1, scale: -shift) else {
      return StepAttempt(failure: .unsolvedStage(1))
    }
    for index in 1..<tableau.stageCount {
      if let failure = solveStage(index, step, shift) { return StepAttempt(failure: failure) }
    }
    step.result.update(from: scratch[1], count: count)
    guard S.stepping.allFinite(count, step.result) else {
      return StepAttempt(failure: .nonFinite(stage: tableau.stageCount + 1))
    }
    guard let measure = step.measure else { return StepAttempt() }
    let error = scratch[2]
    stages.combine(tableau.errorWeights, scale: step.size, onto: nil, into: error)
    matrix.solve(error)
    return StepAttempt(
      errorEstimate: measure.size(
        error, from: step.state, to: step.result, count: problem.measuredCount))
  }

  private func prepare(_ step: Step<S>) {
    switch step.predecessor {
    case .rejected: return
    case .accepted: stages.swap(0, tableau.stageCount - 1)
    case .none:
      problem.rate(step.time, step.state, stages[0])
      rateEvaluations += 1
    }
    matrix.update(step.time, step.state, rate: stages[0])
  }

  /// Leaves gᵢ in `scratch[1]` and kᵢ among the stages.
  private func solveStage(
    _ index: Int, _ step: Step<S>, _ shift: Double
  ) -> StepAttempt.Failure? {
    let (base, argument) = (scratch[0], scratch[1])
    stages.combine(
      tableau.coefficients[index], scale: step.size, onto: step.state, into: base)
    // The rate of the stage before is the first guess of this one.
    var guess = [Double](repeating: 0, count: index)
    guess[index - 1] = 1
    stages.combine(guess, scale: shift, onto: base, into: argument)
    let time = step.time + tableau.nodes[index] * step.size
    if let failure = newton.solve(
      argument, base: base, shift: shift, time: time, measure: step.measure)
    {
      return failure == .isNotFinite ? .nonFinite(stage: index + 1) : .unsolvedStage(index + 1)
    }
    scratch.combine([-1, 1], scale: 1 / shift, onto: nil, into: stages[index])
    return nil
  }

  func interpolate(_ step: Step<S>, at fraction: Double, into result: UnsafeMutablePointer<S>) {
    let rest = 1 - fraction
    // Hermite's cubic between both ends and both rates.
    var weights = tableau.weights.map { $0 * fraction * fraction * (3 - 2 * fraction) }
    weights[0] += fraction * rest * rest
    weights[tableau.stageCount - 1] -= fraction * fraction * rest
    stages.combine(weights, scale: step.size, onto: step.state, into: result)
  }
}
