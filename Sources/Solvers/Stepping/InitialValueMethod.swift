import Tensors

/// A method for initial value problems: a value that makes steppers.
public protocol InitialValueMethod: Sendable {
  /// The name, as in `order/<name>`.
  var name: String { get }
  /// The order of convergence.
  var order: Int { get }
  /// The law of the step size when none is asked for; nil when the method estimates no error.
  var controller: StepController? { get }
  /// A stepper of this method for `problem`.
  func stepper<S: SolverScalar>(for problem: InitialValueProblem<S>) -> any Stepper<S>
}

extension InitialValueMethod {
  /// Solves `problem`.
  ///
  /// Adaptive steps need a method that estimates its error.
  public func solve<S: SolverScalar>(
    _ problem: InitialValueProblem<S>, _ options: SolveOptions
  ) -> Solution<S> {
    run(problem, options, stepper(for: problem), observer: nil)
  }

  func run<S: SolverScalar>(
    _ problem: InitialValueProblem<S>, _ options: SolveOptions, _ stepper: any Stepper<S>,
    observer: SteppingLoop<S>.Observer?
  ) -> Solution<S> {
    let loop = SteppingLoop(stepper, initial: problem.initial, span: problem.span, options: options)
    guard case .adaptive(let steps) = options.steps else {
      // Equal steps have no law; this one is never asked.
      return loop.run(firstSize: 0, controller: .sciML(order: order), observer: observer)
    }
    Requirement.check(
      controller != nil,
      "\(name): adaptive steps asked for; expected a method that estimates its error; take fixed steps"
    )
    let law = steps.controller ?? controller ?? .sciML(order: order)
    let (size, cost) = firstSize(problem, steps)
    let solution = loop.run(firstSize: size, controller: law, observer: observer)
    return solution.adding(evaluations: cost)
  }

  private func firstSize<S: SolverScalar>(
    _ problem: InitialValueProblem<S>, _ steps: AdaptiveSteps
  ) -> (size: Double, evaluations: Int) {
    switch steps.firstStep {
    case .given(let size): return (size, 0)
    case .automatic:
      let size = problem.initial.withUnsafeBufferPointer { state in
        state.baseAddress.map {
          InitialStep.size(
            for: problem, at: problem.span.lowerBound, state: $0, measure: steps.measure,
            order: order)
        }
      }
      return (size ?? .nan, InitialStep.evaluations)
    }
  }
}
