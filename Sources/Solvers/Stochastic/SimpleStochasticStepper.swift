/// Steps of Euler-Maruyama, Milstein and Euler-Heun.
final class SimpleStochasticStepper<S: SolverScalar>: RecordingStepper {
  private let method: SimpleStochasticMethod
  private let problem: StochasticProblem<S>
  private let count: Int
  private let noise: NoiseSource<S>
  /// f, g, g at the supporting state, a difference, f at the predicted state.
  private let scratch: StateSet<S>
  var memory: StochasticStepMemory<S>
  private(set) var work = WorkCount()

  init(
    _ method: SimpleStochasticMethod, _ problem: StochasticProblem<S>, _ path: any BrownianPath,
    memory: StochasticStepMemory<S>? = nil
  ) {
    self.method = method
    self.problem = problem
    count = problem.initial.count
    noise = NoiseSource(path)
    scratch = StateSet(count: 5, length: count)
    self.memory = memory ?? Self.memory(method, count)
  }

  private static func memory(
    _ method: SimpleStochasticMethod, _ count: Int
  ) -> StochasticStepMemory<S> {
    StochasticStepMemory(
      driftStages: method == .eulerHeun ? 2 : 1,
      diffusionStages: method == .eulerMaruyama ? 1 : 2, length: count)
  }

  func makeMemory() -> StochasticStepMemory<S> { Self.memory(method, count) }

  private var increment: UnsafeMutablePointer<S> { memory.noise[NoiseSource<S>.increment] }
  /// The supporting state.
  private var support: UnsafeMutablePointer<S> { memory.diffusionPlaces[1] }

  func attempt(_ step: Step<S>) -> StepAttempt {
    noise.take(step, into: memory.noise)
    memory.driftPlaces[0].update(from: step.state, count: count)
    problem.drift(step.time, step.state, scratch[0])
    problem.diffusion(step.time, step.state, scratch[1])
    work.evaluations += 1
    work.diffusionEvaluations += method == .eulerMaruyama ? 1 : 2
    scratch.combine([1], scale: step.size, onto: step.state, into: step.result)
    switch method {
    case .eulerMaruyama: S.elements.multiplyAdd(count, scratch[1], increment, step.result)
    case .milstein: addMilstein(step)
    case .eulerHeun: addHeun(step)
    }
    let bad = (0..<3).first { !S.stepping.allFinite(count, scratch[$0]) }
    guard bad == nil && S.stepping.allFinite(count, step.result) else {
      return StepAttempt(failure: .nonFinite(stage: bad.map { $0 == 2 ? 2 : 1 } ?? 3))
    }
    let error = errorEstimate(step)
    let isFinite = error?.isFinite ?? true
    return isFinite
      ? StepAttempt(errorEstimate: error) : StepAttempt(failure: .nonFinite(stage: 2))
  }

  private func addMilstein(_ step: Step<S>) {
    let (g, supported, difference) = (scratch[1], scratch[2], scratch[3])
    S.elements.multiplyAdd(count, g, increment, step.result)
    scratch.combine([1], scale: step.size, onto: step.state, into: support)
    scratch.combine([0, 1], scale: step.size.squareRoot(), onto: support, into: support)
    problem.diffusion(step.time, support, supported)
    // (g(ŷ) - g) / √h · (ΔW² - h) / 2, whose factor is I₍₁,₁₎ / √h.
    scratch.combine([0, -1, 1], scale: 1, onto: nil, into: difference)
    S.elements.multiplyAdd(
      count, difference, memory.noise[NoiseSource<S>.doubleIntegral], step.result)
  }

  private func addHeun(_ step: Step<S>) {
    let (g, supported, difference) = (scratch[1], scratch[2], scratch[3])
    support.update(from: step.state, count: count)
    S.elements.multiplyAdd(count, g, increment, support)
    problem.diffusion(step.time + step.size, support, supported)
    scratch.combine([0, 0.5, 0.5], scale: 1, onto: nil, into: difference)
    S.elements.multiplyAdd(count, difference, increment, step.result)
  }

  /// Of Euler-Heun alone; not finite when the drift at the predicted state is not.
  private func errorEstimate(_ step: Step<S>) -> Double? {
    guard method == .eulerHeun, let measure = step.measure else { return nil }
    let (predicted, difference, error) = (memory.driftPlaces[1], scratch[3], memory.error)
    scratch.combine([1], scale: step.size, onto: support, into: predicted)
    problem.drift(step.time + step.size, predicted, scratch[4])
    work.evaluations += 1
    scratch.combine([-0.5, 0, 0, 0, 0.5], scale: step.size, onto: nil, into: error)
    S.elements.scaledDifference(count, 0.5, scratch[2], scratch[1], difference)
    S.elements.multiplyAdd(count, difference, increment, error)
    return measure.size(error, from: step.state, to: step.result, count: count)
  }

  func interpolate(_ step: Step<S>, at fraction: Double, into result: UnsafeMutablePointer<S>) {
    chord(step, at: fraction, count: count, into: result)
  }
}

/// The state on the straight line between both ends of a step.
func chord<S: SolverScalar>(
  _ step: Step<S>, at fraction: Double, count: Int, into result: UnsafeMutablePointer<S>
) {
  let ends: [UnsafePointer<S>?] = [step.state, UnsafePointer(step.result)]
  S.stepping.combine(count, 2, nil, 1, [1 - fraction, fraction], ends, result)
}
