import Tensors

/// A solve by an explicit Runge-Kutta method that can be run backwards: the gradient of the numbers
/// that it returned, not of the solution that it approximates (discretise, then optimise).
///
/// Step sizes are constants to the gradient; rejected steps have none. Memory: one state for each
/// accepted step, and s stages more when they are kept; see `CheckpointRule` for less.
public final class SolveRecord<S: SolverScalar> {
  /// What is kept of a step.
  public enum Keeping: Sendable, Equatable {
    /// Nothing: what the solve returned is all there is, which is enough for `backsolve`.
    case solution
    /// Its first state; the stages are evaluated once more on the way back.
    case states
    /// Its first state and its stages.
    case stages
    /// The first state and stage of some steps; those between are made again, with the same bits.
    case checkpoints(CheckpointRule)
  }

  /// Adds (∂f/∂y)ᵀ w to the gradient of the state, and (∂f/∂parameters)ᵀ w to wherever its owner
  /// keeps the gradient of the parameters: time, state, w, gradient of the state.
  public typealias Transpose = (
    Double, UnsafePointer<S>, UnsafePointer<S>, UnsafeMutablePointer<S>
  ) -> Void

  /// Writes f(t, y), (∂f/∂y)ᵀ w and (∂f/∂parameters)ᵀ w: time, state, w, and the three places.
  public typealias Linearisation = (
    Double, UnsafePointer<S>, UnsafePointer<S>, UnsafeMutablePointer<S>, UnsafeMutablePointer<S>,
    UnsafeMutablePointer<S>
  ) -> Void

  /// A saved state within a step.
  struct SavedPoint {
    let step: Int
    let fraction: Double
  }

  /// What the solve returned.
  public let solution: Solution<S>
  /// What the way back cost so far.
  public private(set) var backwardWork = WorkCount()
  /// The most states that were stored at once, stages among them.
  public private(set) var peakStateCount: Int
  let problem: InitialValueProblem<S>
  let tableau: RungeKuttaTableau
  let options: SolveOptions
  let steps: [StepRecord]
  private let checkpoints: CheckpointList<S>?
  /// All steps, or those from one checkpoint to the next.
  private var segment: StepStore<S>
  let pool: BufferPool<S>?
  /// Keeps evaluations of the rate.
  let memory: (any RateMemory<S>)?
  private var cachedEndRate: (step: Int, rate: Buffer<S>)?

  init(
    _ problem: InitialValueProblem<S>, _ tableau: RungeKuttaTableau, _ options: SolveOptions,
    keeping: Keeping, memory: (any RateMemory<S>)? = nil, pool: BufferPool<S>? = nil
  ) {
    (self.memory, self.pool) = (memory, pool)
    (self.problem, self.tableau, self.options) = (problem, tableau, options)
    let store = StepStore<S>(
      first: 0, length: problem.initial.count, keepsStages: keeping == .stages, pool: pool)
    var list: CheckpointList<S>?
    if case .checkpoints(let rule) = keeping { list = CheckpointList(rule) }
    var index = 0
    let stepper = ExplicitStepper(tableau, problem, memory: memory, pool: pool)
    solution = ExplicitRungeKutta(tableau).run(problem, options, stepper) { step in
      if list != nil { list?.offer(index, step, stepper) }
      if keeping == .states || keeping == .stages { store.append(step, stepper) }
      index += 1
    }
    steps = solution.trace.accepted
    checkpoints = list
    segment = store
    peakStateCount = list.map { 2 * $0.kept.count } ?? store.stateCount
  }

  var measure: ErrorMeasure? { options.measure }

  /// The gradient of the initial state, from the derivatives of a loss by what the solve returned;
  /// the gradient of the parameters is left where `transpose` puts it.
  ///
  /// The estimates' derivatives need the norm `rootMeanSquare`.
  public func backward(_ seed: GradientSeed<S>, transpose: @escaping Transpose) -> [S] {
    let sweep = AdjointSweep(self, seed, transpose)
    let gradient = sweep.run()
    backwardWork.transposedProducts += sweep.work.transposedProducts
    backwardWork.evaluations += sweep.work.evaluations
    return gradient
  }

  /// The steps around the one of this index, made again when they are not stored.
  func store(holding index: Int) -> StepStore<S> {
    if segment.contains(index) { return segment }
    guard let checkpoints else { preconditionFailure("the steps of this solve were not kept") }
    let (start, next) = checkpoints.segment(holding: index)
    segment = replay(from: start, to: next ?? steps.count)
    peakStateCount = max(peakStateCount, 2 * checkpoints.kept.count + segment.stateCount)
    return segment
  }

  private func replay(from start: CheckpointList<S>.Checkpoint, to end: Int) -> StepStore<S> {
    let count = problem.initial.count
    let stepper = ExplicitStepper(tableau, problem)
    let store = StepStore<S>(first: start.step, length: count, keepsStages: true)
    let states = StateSet<S>(count: 3, length: count)
    states[0].update(from: start.state.start, count: count)
    stepper.stages[0].update(from: start.rate.start, count: count)
    let points = savedPoints()
    for index in start.step..<end {
      let step = Step(
        time: steps[index].time, size: steps[index].size,
        end: index + 1 < steps.count ? steps[index + 1].time : problem.span.upperBound,
        state: UnsafePointer(states[0]), result: states[1],
        // after a rejected step the first stage is there already
        predecessor: index == start.step ? .rejected : .accepted, measure: nil)
      _ = stepper.attempt(step)
      store.append(step, stepper)
      // as the solve did, for what it leaves to the step after
      if let point = points.first(where: { $0.step == index && $0.fraction < 1 }) {
        stepper.interpolate(step, at: point.fraction, into: states[2])
      }
      states.swap(0, 1)
    }
    backwardWork.evaluations += stepper.work.evaluations
    return store
  }

  /// The rate at the end of a step whose last stage it is not.
  func endRate(of index: Int, _ store: StepStore<S>) -> UnsafePointer<S> {
    if index + 1 < steps.count, store.contains(index + 1),
      let next = store.stages(of: index + 1)
    {
      return UnsafePointer(next[0])
    }
    if let cached = cachedEndRate, cached.step == index { return UnsafePointer(cached.rate.start) }
    let rate = cachedEndRate?.rate ?? Buffer<S>(count: problem.initial.count)
    problem.rate(steps[index].time + steps[index].size, store.end(of: index), rate.start)
    backwardWork.evaluations += 1
    cachedEndRate = (index, rate)
    return UnsafePointer(rate.start)
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
  ///
  /// - Parameters:
  ///   - problem: what is solved
  ///   - options: steps and saved states
  ///   - keeping: what is kept of each step
  ///   - memory: keeps evaluations of the problem's rate; for `stages` alone
  ///   - pool: where kept states come from; for `states` and `stages` alone
  /// - Returns: the solution with what was kept
  public func record<S: SolverScalar>(
    _ problem: InitialValueProblem<S>, _ options: SolveOptions,
    keeping: SolveRecord<S>.Keeping = .states, memory: (any RateMemory<S>)? = nil,
    pool: BufferPool<S>? = nil
  ) -> SolveRecord<S> {
    SolveRecord(problem, tableau, options, keeping: keeping, memory: memory, pool: pool)
  }
}
