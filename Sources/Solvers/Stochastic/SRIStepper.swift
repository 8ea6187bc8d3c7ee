/// Steps of a stochastic Runge-Kutta method for diagonal noise.
final class SRIStepper<S: SolverScalar>: RecordingStepper {
  private let tableau: SRITableau
  private let problem: StochasticProblem<S>
  private let count: Int
  private let noise: NoiseSource<S>
  /// k and g of all stages.
  private let drifts: StateSet<S>
  private let diffusions: StateSet<S>
  /// A⁰, B⁰, A¹ and B¹ of each stage; α and β¹ to β⁴.
  private let rows: [[Double]]
  private let weights: [Double]
  var memory: StochasticStepMemory<S>
  private(set) var work = WorkCount()

  init(
    _ tableau: SRITableau, _ problem: StochasticProblem<S>, _ path: any BrownianPath,
    memory: StochasticStepMemory<S>? = nil
  ) {
    self.tableau = tableau
    self.problem = problem
    count = problem.initial.count
    noise = NoiseSource(path)
    drifts = StateSet(count: tableau.stageCount, length: count)
    diffusions = StateSet(count: tableau.stageCount, length: count)
    let m = tableau.matrices
    rows = (0..<tableau.stageCount).map { m.a0[$0] + m.b0[$0] + m.a1[$0] + m.b1[$0] }
    weights = tableau.weights + tableau.noiseWeights.joined()
    self.memory = memory ?? Self.memory(tableau, count)
  }

  private static func memory(_ tableau: SRITableau, _ count: Int) -> StochasticStepMemory<S> {
    StochasticStepMemory(
      driftStages: tableau.stageCount, diffusionStages: tableau.stageCount, length: count)
  }

  func makeMemory() -> StochasticStepMemory<S> { Self.memory(tableau, count) }

  func attempt(_ step: Step<S>) -> StepAttempt {
    noise.take(step, into: memory.noise)
    for index in 0..<tableau.stageCount { evaluateStage(index, step) }
    S.stochastic.result(
      count, tableau.stageCount, step.size, weights, step.state, drifts.places,
      diffusions.places, memory.noise.places, step.result, memory.error)
    guard S.stepping.allFinite(count, step.result) else { return failure() }
    guard let measure = step.measure else { return StepAttempt() }
    return StepAttempt(
      errorEstimate: measure.size(memory.error, from: step.state, to: step.result, count: count),
      eigenvalueEstimate: eigenvalueEstimate())
  }

  private func evaluateStage(_ index: Int, _ step: Step<S>) {
    let (driftPlace, diffusionPlace) = (memory.driftPlaces[index], memory.diffusionPlaces[index])
    S.stochastic.stage(
      count, index, step.size, rows[index], step.state,
      memory.noise[NoiseSource<S>.timeAverage], drifts.places, diffusions.places, driftPlace,
      diffusionPlace)
    problem.drift(step.time + tableau.driftNodes[index] * step.size, driftPlace, drifts[index])
    problem.diffusion(
      step.time + tableau.diffusionNodes[index] * step.size, diffusionPlace, diffusions[index])
    work.evaluations += 1
    work.diffusionEvaluations += 1
  }

  /// From the last two drift stages and their arguments.
  private func eigenvalueEstimate() -> Double? {
    guard tableau.stabilitySize != nil else { return nil }
    let last = tableau.stageCount - 1
    let rates = S.reductions.squareDifferenceSum(count, drifts[last], drifts[last - 1])
    let arguments = S.reductions.squareDifferenceSum(
      count, memory.driftPlaces[last], memory.driftPlaces[last - 1])
    S.elements.scaledDifference(
      count, 1, drifts[last], drifts[last - 1], memory.rateDifference)
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
