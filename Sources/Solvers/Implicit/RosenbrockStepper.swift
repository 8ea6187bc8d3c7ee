import Foundation

/// Steps of a Rosenbrock method.
final class RosenbrockStepper<S: SolverScalar>: Stepper {
  private let tableau: RosenbrockTableau
  private let problem: InitialValueProblem<S>
  private let count: Int
  /// u₁ … u_s.
  private let stages: StateSet<S>
  private let matrix: StageMatrix<S>
  /// The rates at both ends and the derivative by time, then argument, stage rate, error.
  private let rates: StateSet<S>
  private let scratch: StateSet<S>
  private var evaluations = 0
  private var isEndRateKnown = false

  private static var start: Int { 0 }
  private static var end: Int { 1 }
  private static var byTime: Int { 2 }

  init(_ tableau: RosenbrockTableau, _ problem: InitialValueProblem<S>) {
    self.tableau = tableau
    self.problem = problem
    count = problem.initial.count
    stages = StateSet(count: tableau.stageCount, length: count)
    matrix = StageMatrix(problem)
    rates = StateSet(count: 3, length: count)
    scratch = StateSet(count: 3, length: count)
  }

  var work: WorkCount {
    var work = WorkCount()
    work.evaluations = evaluations + matrix.evaluations
    work.jacobians = matrix.jacobians
    work.factorisations = matrix.factorisations
    return work
  }

  func attempt(_ step: Step<S>) -> StepAttempt {
    if step.predecessor != .rejected { prepare(step) }
    isEndRateKnown = false
    guard S.stepping.allFinite(count, rates[0]) else {
      return StepAttempt(failure: .nonFinite(stage: 1))
    }
    guard matrix.factorise(diagonal: 1 / (step.size * tableau.diagonal), scale: -1) else {
      return StepAttempt(failure: .unsolvedStage(1))
    }
    for index in 0..<tableau.stageCount { solveStage(index, step) }
    stages.combine(tableau.weights, scale: 1, onto: step.state, into: step.result)
    guard S.stepping.allFinite(count, step.result) else {
      let bad = (0..<tableau.stageCount).first { !S.stepping.allFinite(count, stages[$0]) }
      return StepAttempt(failure: .nonFinite(stage: (bad ?? tableau.stageCount) + 1))
    }
    guard let measure = step.measure else { return StepAttempt() }
    stages.combine(tableau.errorWeights, scale: 1, onto: nil, into: scratch[2])
    return StepAttempt(
      errorEstimate: measure.size(
        scratch[2], from: step.state, to: step.result, count: problem.measuredCount))
  }

  private func evaluate(
    _ time: Double, _ state: UnsafePointer<S>, into rate: UnsafeMutablePointer<S>
  ) {
    problem.rate(time, state, rate)
    evaluations += 1
  }

  /// Rate, derivative by time and Jacobian at the start of the step.
  private func prepare(_ step: Step<S>) {
    if step.predecessor == .accepted && isEndRateKnown {
      rates.swap(Self.start, Self.end)
    } else {
      evaluate(step.time, step.state, into: rates[Self.start])
    }
    differentiateByTime(step)
    matrix.update(step.time, step.state, rate: rates[Self.start])
  }

  /// ∂f/∂t by the one-sided difference of order 2, whose error is least near ∛ε.
  private func differentiateByTime(_ step: Step<S>) {
    let wanted = cbrt(Double(S.ulpOfOne)) * max(abs(step.time), step.size)
    let increment = (step.time + wanted) - step.time
    evaluate(step.time + increment, step.state, into: rates[Self.end])
    evaluate(step.time + 2 * increment, step.state, into: rates[Self.byTime])
    rates.combine(
      [-1.5, 2, -0.5], scale: 1 / increment, onto: nil, into: rates[Self.byTime])
  }

  private func solveStage(_ index: Int, _ step: Step<S>) {
    let (argument, rate) = (scratch[0], scratch[1])
    var source = UnsafePointer(rates[Self.start])
    if index > 0 {
      stages.combine(tableau.coefficients[index], scale: 1, onto: step.state, into: argument)
      evaluate(step.time + tableau.nodes[index] * step.size, argument, into: rate)
      source = UnsafePointer(rate)
    }
    rates.combine(
      [0, 0, tableau.timeWeights[index]], scale: step.size, onto: source, into: rate)
    stages.combine(
      tableau.couplings[index], scale: 1 / step.size, onto: rate, into: stages[index])
    matrix.solve(stages[index])
  }

  func interpolate(_ step: Step<S>, at fraction: Double, into result: UnsafeMutablePointer<S>) {
    if !isEndRateKnown {
      evaluate(step.time + step.size, step.result, into: rates[Self.end])
      isEndRateKnown = true
    }
    let rest = 1 - fraction
    let weights = tableau.weights.map { $0 * fraction * fraction * (3 - 2 * fraction) }
    stages.combine(weights, scale: 1, onto: step.state, into: result)
    rates.combine(
      [fraction * rest * rest, -fraction * fraction * rest], scale: step.size, onto: result,
      into: result)
  }
}
