/// Steps of a composition of Stoermer-Verlet steps on the state (q, p).
final class SymplecticStepper<S: SolverScalar>: Stepper {
  private let method: SymplecticComposition
  private let problem: SeparableProblem<S>
  private let count: Int
  /// ∂T/∂p and -∂V/∂q at hand, then both at both ends for dense output, as whole rates.
  private let gradients: StateSet<S>
  private let rates: StateSet<S>
  private(set) var work = WorkCount()

  init(_ method: SymplecticComposition, _ problem: SeparableProblem<S>) {
    self.method = method
    self.problem = problem
    count = problem.positions.count
    gradients = StateSet(count: 2, length: count)
    rates = StateSet(count: 2, length: 2 * count)
  }

  func attempt(_ step: Step<S>) -> StepAttempt {
    let (positions, momenta) = (step.result, step.result + count)
    step.result.update(from: step.state, count: 2 * count)
    // The last force of the step before was taken at these positions.
    if step.predecessor != .accepted { evaluateForce(positions) }
    for fraction in method.fractions {
      let h = step.size * fraction
      gradients.combine([0, 1], scale: 0.5 * h, onto: momenta, into: momenta)
      problem.velocity(momenta, gradients[0])
      gradients.combine([1], scale: h, onto: positions, into: positions)
      evaluateForce(positions)
      gradients.combine([0, 1], scale: 0.5 * h, onto: momenta, into: momenta)
    }
    let isFinite = S.stepping.allFinite(2 * count, step.result)
    return StepAttempt(
      failure: isFinite ? nil : .nonFinite(stage: method.fractions.count + 1))
  }

  private func evaluateForce(_ positions: UnsafePointer<S>) {
    problem.force(positions, gradients[1])
    work.evaluations += 1
  }

  /// Hermite's cubic through both ends and both rates.
  func interpolate(_ step: Step<S>, at fraction: Double, into result: UnsafeMutablePointer<S>) {
    for (index, state) in [step.state, UnsafePointer(step.result)].enumerated() {
      problem.velocity(state + count, rates[index])
      problem.force(state, rates[index] + count)
      work.evaluations += 1
    }
    let (square, rest) = (fraction * fraction, 1 - fraction)
    let ends: [UnsafePointer<S>?] = [step.state, UnsafePointer(step.result)]
    let share = square * (3 - 2 * fraction)
    S.stepping.combine(2 * count, 2, nil, 1, [1 - share, share], ends, result)
    rates.combine(
      [fraction * rest * rest, -square * rest], scale: step.size, onto: result, into: result)
  }
}
