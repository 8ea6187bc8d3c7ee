import Tensors

/// A solve by an explicit Runge-Kutta method that can be run backwards: the gradient of the numbers
/// that it returned, not of the solution that it approximates (discretise, then optimise).
///
/// Step sizes are constants to the gradient; rejected steps have none. Memory: one state for each
/// accepted step, and s stages more when they are kept.
public final class SolveRecord<S: SolverScalar> {
  /// What is kept of a step.
  public enum Keeping: Sendable {
    /// Its first state; the stages are evaluated once more on the way back.
    case states
    /// Its first state and its stages.
    case stages
  }

  /// Adds (∂f/∂y)ᵀ w to the gradient of the state, and (∂f/∂parameters)ᵀ w to wherever its owner
  /// keeps the gradient of the parameters: time, state, w, gradient of the state.
  public typealias Transpose = (
    Double, UnsafePointer<S>, UnsafePointer<S>, UnsafeMutablePointer<S>
  ) -> Void

  /// A saved state within a step.
  struct SavedPoint {
    let step: Int
    let fraction: Double
  }

  /// What the solve returned.
  public private(set) var solution: Solution<S>
  let problem: InitialValueProblem<S>
  let tableau: RungeKuttaTableau
  let measure: ErrorMeasure?
  private(set) var steps: [StepRecord] = []
  private(set) var starts: [Buffer<S>] = []
  private(set) var stages: [StateSet<S>] = []
  private(set) var end: Buffer<S>

  init(
    _ problem: InitialValueProblem<S>, _ tableau: RungeKuttaTableau, _ options: SolveOptions,
    keeping: Keeping
  ) {
    self.problem = problem
    self.tableau = tableau
    measure = options.measure
    end = Buffer(count: problem.initial.count)
    solution = Solution(
      times: [], states: [], outcome: .finished, trace: SolveTrace(attempts: [], work: WorkCount()))
    let stepper = ExplicitStepper(tableau, problem)
    solution = ExplicitRungeKutta(tableau).run(problem, options, stepper) { step in
      self.keep(step, keeping == .stages ? stepper : nil)
    }
    steps = solution.trace.accepted
  }

  private func keep(_ step: Step<S>, _ stepper: ExplicitStepper<S>?) {
    let count = problem.initial.count
    let start = Buffer<S>(count: count)
    start.start.update(from: step.state, count: count)
    starts.append(start)
    end.start.update(from: step.result, count: count)
    guard let stepper else { return }
    let copy = StateSet<S>(count: tableau.stageCount, length: count)
    for index in 0..<tableau.stageCount {
      copy[index].update(from: stepper.stages[index], count: count)
    }
    stages.append(copy)
  }

  /// The gradient of the initial state, from the derivatives of a loss by what the solve returned;
  /// the gradient of the parameters is left where `transpose` puts it.
  ///
  /// The estimates' derivatives need the norm `rootMeanSquare`.
  public func backward(_ seed: GradientSeed<S>, transpose: @escaping Transpose) -> [S] {
    AdjointSweep(self, seed, transpose).run()
  }

  /// The points of the saved states that lie within or at the end of steps, by step; the step -1 is
  /// the initial state.
  func savedPoints() -> [SavedPoint] {
    solution.times.map { time in
      let step = steps.lastIndex { $0.time < time } ?? -1
      guard step >= 0 else { return SavedPoint(step: -1, fraction: 0) }
      let isEnd =
        step + 1 < steps.count ? steps[step + 1].time == time : time == problem.span.upperBound
      return SavedPoint(
        step: step, fraction: isEnd ? 1 : (time - steps[step].time) / steps[step].size)
    }
  }
}

extension ExplicitRungeKutta {
  /// Solves `problem` and keeps what the way back needs.
  public func record<S: SolverScalar>(
    _ problem: InitialValueProblem<S>, _ options: SolveOptions,
    keeping: SolveRecord<S>.Keeping = .states
  ) -> SolveRecord<S> {
    SolveRecord(problem, tableau, options, keeping: keeping)
  }
}
