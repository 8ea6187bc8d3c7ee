import Randomness

/// The penalty of one further step of a stochastic method from a state of the solution, with
/// increments of its own (Pal, Edelman & Rackauckas, ICML 2023): E h with h from the rule of the
/// first step, the state, h and the noise being constants to the gradient. As `LocalRegulariser`.
public struct StochasticLocalRegulariser: Sendable {
  /// The step and what it was worth.
  public struct Evaluation<S: SolverScalar> {
    /// The step with its estimates.
    public let step: StepRecord
    /// What it cost.
    public let work: WorkCount
    /// E h.
    public var value: Double { step.errorEstimate * step.size }
    let record: StochasticRecord<S>

    /// Adds the gradient of `factor` · E h to wherever `transpose` keeps that of the parameters.
    ///
    /// A detached first stage means that f and g at the start of the step are constants.
    public func backward(
      factor: Double, firstStage: LocalRegulariser.FirstStage, _ transpose: StochasticTranspose<S>
    ) {
      let seed = GradientSeed<S>(errorEstimates: [factor * step.size])
      _ = record.backward(seed, transpose, firstStage: firstStage)
    }
  }

  /// The method whose step is taken (the authors' code takes SOSRI); it must estimate its error.
  public let method: any ReversibleStochasticMethod
  /// How its error is measured.
  public let measure: ErrorMeasure

  /// The penalty of a step of `method`.
  public init(
    method: any ReversibleStochasticMethod = StochasticRungeKutta(.sosri), measure: ErrorMeasure
  ) {
    self.method = method
    self.measure = measure
  }

  /// One step from `state` at `time` towards the end of the problem's span, with noise of `stream`.
  ///
  /// A state whose drift or diffusion is not finite gives NaN.
  public func evaluate<S: SolverScalar>(
    _ problem: StochasticProblem<S>, from state: [S], at time: Double, noise stream: RandomStream
  ) -> Evaluation<S> {
    let rest = StochasticProblem(
      initial: state, span: time...problem.span.upperBound, drift: problem.drift,
      diffusion: problem.diffusion)
    let size = StochasticInitialStep.size(for: rest, measure: measure, order: method.strongOrder)
    let span = time...(size.isFinite ? time + size : problem.span.upperBound)
    let length = span.upperBound - span.lowerBound
    let single = StochasticProblem(
      initial: state, span: span, drift: problem.drift, diffusion: problem.diffusion)
    let path = BrownianWalk(count: state.count, span: span, stream: stream)
    let record = method.record(
      single, along: path, SolveOptions(steps: .fixed(size: length, measure: measure)))
    let cost = StochasticInitialStep.evaluations
    let isWhole = size.isFinite && record.solution.outcome == .finished
    return Evaluation(
      step: StepRecord(
        time: time, size: size,
        errorEstimate: isWhole ? record.steps[0].errorEstimate : .nan,
        eigenvalueEstimate: isWhole ? record.steps[0].eigenvalueEstimate : .nan,
        isAccepted: isWhole),
      work: record.solution.adding(evaluations: cost, diffusionEvaluations: cost).trace.work,
      record: record)
  }
}
