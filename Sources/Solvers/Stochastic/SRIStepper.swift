/// Steps of a stochastic Runge-Kutta method for diagonal noise.
final class SRIStepper<S: SolverScalar>: Stepper {
  private let tableau: SRITableau
  private let problem: StochasticProblem<S>
  private let count: Int
  private let noise: NoiseSource<S>
  /// k and g of all stages.
  private let drifts: StateSet<S>
  private let diffusions: StateSet<S>
  /// A sum of diffusions, H¹, the last two H⁰, the error.
  private let scratch: StateSet<S>
  private let ones: [Double]
  private(set) var work = WorkCount()

  init(_ tableau: SRITableau, _ problem: StochasticProblem<S>, _ path: VirtualBrownianTree) {
    self.tableau = tableau
    self.problem = problem
    count = problem.initial.count
    noise = NoiseSource(path)
    drifts = StateSet(count: tableau.stageCount, length: count)
    diffusions = StateSet(count: tableau.stageCount, length: count)
    scratch = StateSet(count: 5, length: count)
    ones = [Double](repeating: 1, count: tableau.stageCount)
  }

  private var sum: UnsafeMutablePointer<S> { scratch[0] }
  private var error: UnsafeMutablePointer<S> { scratch[4] }

  func attempt(_ step: Step<S>) -> StepAttempt {
    noise.take(step)
    for index in 0..<tableau.stageCount { evaluateStage(index, step) }
    drifts.combine(tableau.weights, scale: step.size, onto: step.state, into: step.result)
    drifts.combine(ones, scale: step.size, onto: nil, into: error)
    let factors = [
      noise.increment, noise.doubleIntegral, noise.timeAverage, noise.tripleIntegral,
    ]
    for (index, factor) in factors.enumerated() {
      diffusions.combine(tableau.noiseWeights[index], scale: 1, onto: nil, into: sum)
      S.elements.multiplyAdd(count, factor, sum, step.result)
      if index > 1 { S.elements.multiplyAdd(count, factor, sum, error) }
    }
    guard S.stepping.allFinite(count, step.result) else { return failure() }
    guard let measure = step.measure else { return StepAttempt() }
    return StepAttempt(
      errorEstimate: measure.size(error, from: step.state, to: step.result, count: count),
      eigenvalueEstimate: eigenvalueEstimate())
  }

  private func evaluateStage(_ index: Int, _ step: Step<S>) {
    let m = tableau.matrices
    let (driftState, diffusionState) = (scratch[2 + index % 2], scratch[1])
    drifts.combine(m.a0[index], scale: step.size, onto: step.state, into: driftState)
    diffusions.combine(m.b0[index], scale: 1, onto: nil, into: sum)
    S.elements.multiplyAdd(count, noise.timeAverage, sum, driftState)
    drifts.combine(m.a1[index], scale: step.size, onto: step.state, into: diffusionState)
    diffusions.combine(
      m.b1[index], scale: step.size.squareRoot(), onto: diffusionState, into: diffusionState)
    problem.drift(step.time + tableau.driftNodes[index] * step.size, driftState, drifts[index])
    problem.diffusion(
      step.time + tableau.diffusionNodes[index] * step.size, diffusionState, diffusions[index])
    work.evaluations += 1
    work.diffusionEvaluations += 1
  }

  /// From the last two drift stages and their arguments.
  private func eigenvalueEstimate() -> Double? {
    guard tableau.stabilitySize != nil else { return nil }
    let last = tableau.stageCount - 1
    let rates = S.reductions.squareDifferenceSum(count, drifts[last], drifts[last - 1])
    let arguments = S.reductions.squareDifferenceSum(count, scratch[2], scratch[3])
    let estimate = (rates / arguments).squareRoot()
    return estimate.isFinite ? estimate : 0
  }

  private func failure() -> StepAttempt {
    let bad = (0..<tableau.stageCount).first {
      !S.stepping.allFinite(count, drifts[$0]) || !S.stepping.allFinite(count, diffusions[$0])
    }
    return StepAttempt(failure: .nonFinite(stage: (bad ?? tableau.stageCount) + 1))
  }

  func interpolate(_ step: Step<S>, at fraction: Double, into result: UnsafeMutablePointer<S>) {
    chord(step, at: fraction, count: count, into: result)
  }
}
