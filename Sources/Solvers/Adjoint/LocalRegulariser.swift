/// The penalty of one further step from a state of the solution (Pal, Edelman & Rackauckas, *Locally
/// Regularized Neural Differential Equations*, ICML 2023): E h with h from the rule of the first
/// step, both state and h being constants to the gradient.
public struct LocalRegulariser: Sendable, Equatable {
  /// What the gradient does with the first stage.
  public enum FirstStage: Sendable, Equatable, Codable {
    /// Takes it for a constant, as the authors' code does; then the derivatives of the stages no
    /// longer cancel and the gradient is not that of the value.
    case detached
    /// Follows it, which gives the gradient of the value.
    case attached
  }

  /// The step and what it was worth.
  public struct Evaluation<S: SolverScalar> {
    /// The step with its estimates, NaN when the rate is not finite there.
    public let step: StepRecord
    /// What it cost, the rule of the first step included.
    public let work: WorkCount
    /// E h.
    public var value: Double { step.errorEstimate * step.size }
    let record: SolveRecord<S>?

    /// Adds the gradient of `factor` · E h to wherever `transpose` keeps that of the parameters; a step
    /// that is not finite has none.
    public func backward(
      factor: Double, firstStage: FirstStage,
      transpose: @escaping SolveRecord<S>.Transpose
    ) {
      guard let record else { return }
      let seed = GradientSeed<S>(errorEstimates: [factor * step.size])
      let start = record.problem.span.lowerBound
      _ = record.backward(seed) { time, state, weight, gradient in
        // The first stage is the only one at the start.
        if firstStage == .attached || time > start { transpose(time, state, weight, gradient) }
      }
    }
  }

  /// The method whose step is taken.
  public let tableau: RungeKuttaTableau
  /// How its error is measured.
  public let measure: ErrorMeasure

  /// The penalty of a step of `tableau` (the paper always takes Tsit5).
  public init(tableau: RungeKuttaTableau = .tsit5, measure: ErrorMeasure) {
    self.tableau = tableau
    self.measure = measure
  }

  /// One step from `state` at `time` towards the end of the problem's span.
  public func evaluate<S: SolverScalar>(
    _ problem: InitialValueProblem<S>, from state: [S], at time: Double
  ) -> Evaluation<S> {
    let rest = InitialValueProblem(
      initial: state, span: time...problem.span.upperBound,
      measuredCount: problem.measuredCount, rate: problem.rate)
    let size = state.withUnsafeBufferPointer { values in
      values.baseAddress.map {
        InitialStep.size(
          for: rest, at: time, state: $0, measure: measure, order: tableau.order)
      } ?? .nan
    }
    var work = WorkCount()
    work.evaluations = InitialStep.evaluations
    // a step that does not move the clock is none
    guard size.isFinite, time + size > time else {
      return Evaluation(step: record(.nan, time, size), work: work, record: nil)
    }
    let single = InitialValueProblem(
      initial: state, span: time...time + size, measuredCount: problem.measuredCount,
      rate: problem.rate)
    let solve = ExplicitRungeKutta(tableau).record(
      single, SolveOptions(steps: .fixed(size: size, measure: measure)), keeping: .stages)
    work.evaluations += solve.solution.trace.work.evaluations
    guard let step = solve.steps.first else {
      return Evaluation(step: record(.nan, time, size), work: work, record: nil)
    }
    return Evaluation(
      step: record(step.errorEstimate, time, size, step.eigenvalueEstimate), work: work,
      record: solve)
  }

  private func record(
    _ error: Double, _ time: Double, _ size: Double, _ eigenvalue: Double = 0
  ) -> StepRecord {
    StepRecord(
      time: time, size: size, errorEstimate: error, eigenvalueEstimate: eigenvalue, isAccepted: true
    )
  }
}
