/// Steps of Euler-Maruyama, Milstein and Euler-Heun.
final class SimpleStochasticStepper<S: SolverScalar>: Stepper {
  private let method: SimpleStochasticMethod
  private let problem: StochasticProblem<S>
  private let count: Int
  private let noise: NoiseSource<S>
  /// f, g, g at the supporting state, the supporting state.
  private let scratch: StateSet<S>
  private(set) var work = WorkCount()

  init(
    _ method: SimpleStochasticMethod, _ problem: StochasticProblem<S>, _ path: VirtualBrownianTree
  ) {
    self.method = method
    self.problem = problem
    count = problem.initial.count
    noise = NoiseSource(path)
    scratch = StateSet(count: 4, length: count)
  }

  func attempt(_ step: Step<S>) -> StepAttempt {
    noise.take(step)
    problem.drift(step.time, step.state, scratch[0])
    problem.diffusion(step.time, step.state, scratch[1])
    work.evaluations += 1
    work.diffusionEvaluations += method == .eulerMaruyama ? 1 : 2
    scratch.combine([1], scale: step.size, onto: step.state, into: step.result)
    switch method {
    case .eulerMaruyama:
      S.elements.multiplyAdd(count, scratch[1], noise.increment, step.result)
    case .milstein: addMilstein(step)
    case .eulerHeun: addHeun(step)
    }
    let bad = (0..<3).first { !S.stepping.allFinite(count, scratch[$0]) }
    if bad == nil && S.stepping.allFinite(count, step.result) { return StepAttempt() }
    return StepAttempt(failure: .nonFinite(stage: bad.map { $0 == 2 ? 2 : 1 } ?? 3))
  }

  private func addMilstein(_ step: Step<S>) {
    let (g, supported, support) = (scratch[1], scratch[2], scratch[3])
    S.elements.multiplyAdd(count, g, noise.increment, step.result)
    scratch.combine([1], scale: step.size, onto: step.state, into: support)
    scratch.combine([0, 1], scale: step.size.squareRoot(), onto: support, into: support)
    problem.diffusion(step.time, support, supported)
    // (g(ŷ) - g) / √h · (ΔW² - h) / 2, whose factor is I₍₁,₁₎ / √h.
    scratch.combine([0, -1, 1], scale: 1, onto: nil, into: support)
    S.elements.multiplyAdd(count, support, noise.doubleIntegral, step.result)
  }

  private func addHeun(_ step: Step<S>) {
    let (g, supported, support) = (scratch[1], scratch[2], scratch[3])
    support.update(from: step.state, count: count)
    S.elements.multiplyAdd(count, g, noise.increment, support)
    problem.diffusion(step.time + step.size, support, supported)
    scratch.combine([0, 0.5, 0.5], scale: 1, onto: nil, into: support)
    S.elements.multiplyAdd(count, support, noise.increment, step.result)
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
