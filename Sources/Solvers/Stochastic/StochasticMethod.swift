import Tensors

/// A method for stochastic problems with diagonal noise.
public protocol StochasticMethod: Sendable {
  /// The name, as in `order/sosri`.
  var name: String { get }
  /// The order of strong convergence with diagonal noise.
  var strongOrder: Double { get }
  /// The law of the step size; nil when the method estimates no error.
  var controller: StepController? { get }
  /// A stepper of this method for `problem` along `path`.
  func stepper<S: SolverScalar>(
    for problem: StochasticProblem<S>, along path: any BrownianPath
  ) -> any Stepper<S>
}

extension StochasticMethod {
  /// Solves `problem` along `path`, which has one motion for each element of the state.
  ///
  /// A rejected step is tried again along the same path. Interpolated states are on the chord of a
  /// step; ask for `hit` to have states of the method.
  public func solve<S: SolverScalar>(
    _ problem: StochasticProblem<S>, along path: any BrownianPath, _ options: SolveOptions
  ) -> Solution<S> {
    run(problem, path, options, stepper(for: problem, along: path), observer: nil)
  }

  func run<S: SolverScalar>(
    _ problem: StochasticProblem<S>, _ path: any BrownianPath, _ options: SolveOptions,
    _ stepper: any Stepper<S>, observer: SteppingLoop<S>.Observer?
  ) -> Solution<S> {
    Requirement.check(
      path.count == problem.initial.count && path.span.lowerBound <= problem.span.lowerBound
        && path.span.upperBound >= problem.span.upperBound,
      "\(path.count) motions on \(path.span) do not drive \(problem.initial.count) numbers")
    let loop = SteppingLoop(
      stepper, initial: problem.initial, span: problem.span, options: options)
    guard case .adaptive(let steps) = options.steps else {
      return loop.run(firstSize: 0, controller: .sciMLStochastic, observer: observer)
    }
    guard let law = steps.controller ?? controller, controller != nil else {
      preconditionFailure("\(name) estimates no error and cannot choose its steps")
    }
    switch steps.firstStep {
    case .given(let size):
      return loop.run(firstSize: size, controller: law, observer: observer)
    case .automatic:
      let size = StochasticInitialStep.size(
        for: problem, measure: steps.measure, order: strongOrder)
      let cost = StochasticInitialStep.evaluations
      return loop.run(firstSize: size, controller: law, observer: observer)
        .adding(evaluations: cost, diffusionEvaluations: cost)
    }
  }
}
