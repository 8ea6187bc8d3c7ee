/// A stochastic method whose solves can be run backwards.
public protocol ReversibleStochasticMethod: StochasticMethod {
  /// |hλ| at which the method is taken for unstable; nil when it estimates no eigenvalue.
  var stabilitySize: Double? { get }
  /// Solves `problem` along `path` and keeps what the way back needs, in the memory of an older
  /// record of this method and as many numbers when there is one, which is empty afterwards.
  func record<S: SolverScalar>(
    _ problem: StochasticProblem<S>, along path: any BrownianPath, _ options: SolveOptions,
    reusing older: StochasticRecord<S>?
  ) -> StochasticRecord<S>
}

extension ReversibleStochasticMethod {
  /// Solves `problem` along `path` and keeps what the way back needs.
  public func record<S: SolverScalar>(
    _ problem: StochasticProblem<S>, along path: any BrownianPath, _ options: SolveOptions
  ) -> StochasticRecord<S> {
    record(problem, along: path, options, reusing: nil)
  }
}

extension StochasticRungeKutta: ReversibleStochasticMethod {
  /// That of the tableau.
  public var stabilitySize: Double? { tableau.stabilitySize }

  /// Solves and keeps the arguments of all stages of drift and diffusion.
  public func record<S: SolverScalar>(
    _ problem: StochasticProblem<S>, along path: any BrownianPath, _ options: SolveOptions,
    reusing older: StochasticRecord<S>?
  ) -> StochasticRecord<S> {
    StochasticRecord(
      problem, by: self, along: path, options, reusing: older,
      stepper: { SRIStepper(tableau, problem, path, memory: $0) },
      reversal: { [tableau] in
        SRIReversal(tableau, count: problem.initial.count, measure: options.measure, $0)
      })
  }
}

extension SimpleStochasticMethod: ReversibleStochasticMethod {
  /// None.
  public var stabilitySize: Double? { nil }

  /// Solves and keeps the state and its support of each step.
  public func record<S: SolverScalar>(
    _ problem: StochasticProblem<S>, along path: any BrownianPath, _ options: SolveOptions,
    reusing older: StochasticRecord<S>?
  ) -> StochasticRecord<S> {
    StochasticRecord(
      problem, by: self, along: path, options, reusing: older,
      stepper: { SimpleStochasticStepper(self, problem, path, memory: $0) },
      reversal: {
        SimpleStochasticReversal(self, count: problem.initial.count, measure: options.measure, $0)
      })
  }
}
