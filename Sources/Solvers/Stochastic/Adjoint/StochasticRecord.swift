import Tensors

/// A solve of a stochastic problem that can be run backwards along the same noise: the gradient of
/// the numbers that it returned (discretise, then optimise).
///
/// The noise of the accepted steps and their sizes are constants to the gradient; rejected steps
/// have none. Memory: the noise, the arguments of all stages and the error vector of each accepted
/// step.
public final class StochasticRecord<S: SolverScalar> {
  /// What the solve returned.
  public private(set) var solution: Solution<S>
  let problem: StochasticProblem<S>
  let measure: ErrorMeasure?
  private(set) var steps: [StepRecord] = []
  private(set) var memories: [StochasticStepMemory<S>] = []
  /// Memory that no accepted step needed.
  private var spare: [StochasticStepMemory<S>] = []
  /// The state at the end.
  let end: Buffer<S>
  private let makeReversal: (StochasticTranspose<S>) -> any StochasticReversal<S>

  /// Solves, in the memory of an older record of the same method and size of state when there is
  /// one; that record is empty afterwards.
  init(
    _ problem: StochasticProblem<S>, by method: some StochasticMethod, along path: any BrownianPath,
    _ options: SolveOptions, reusing older: StochasticRecord<S>?,
    stepper makeStepper: (StochasticStepMemory<S>?) -> any RecordingStepper<S>,
    reversal: @escaping (StochasticTranspose<S>) -> any StochasticReversal<S>
  ) {
    self.problem = problem
    measure = options.measure
    makeReversal = reversal
    end = Buffer(count: problem.initial.count)
    solution = Solution(
      times: [], states: [], outcome: .finished, trace: SolveTrace(attempts: [], work: WorkCount()))
    var waiting = older?.surrenderMemories() ?? []
    let stepper = makeStepper(waiting.popLast())
    solution = method.run(problem, path, options, stepper) { step in
      self.memories.append(stepper.memory)
      self.end.start.update(from: step.result, count: problem.initial.count)
      stepper.memory = waiting.popLast() ?? stepper.makeMemory()
    }
    steps = solution.trace.accepted
    spare = waiting + [stepper.memory]
  }

  private func surrenderMemories() -> [StochasticStepMemory<S>] {
    defer { (memories, spare) = ([], []) }
    return memories + spare
  }

  /// The gradient of the initial state, from the derivatives of a loss by what the solve returned;
  /// the gradient of the parameters is left where `transpose` puts it.
  ///
  /// The estimates' derivatives need the norm `rootMeanSquare`.
  public func backward(_ seed: GradientSeed<S>, _ transpose: StochasticTranspose<S>) -> [S] {
    backward(seed, transpose, firstStage: .attached)
  }

  func backward(
    _ seed: GradientSeed<S>, _ transpose: StochasticTranspose<S>,
    firstStage: LocalRegulariser.FirstStage
  ) -> [S] {
    Requirement.check(
      memories.count == steps.count, "a record whose memory another one took has no way back")
    return StochasticSweep(self, seed, makeReversal(transpose), firstStage).run()
  }

  /// Writes the state at t, on the chord of the step that holds it.
  public func interpolate(at time: Double, into result: UnsafeMutablePointer<S>) {
    let index = steps.lastIndex { $0.time <= time } ?? 0
    let step = steps[index]
    let fraction = min((time - step.time) / step.size, 1)
    let ends: [UnsafePointer<S>?] = [start(of: index), self.result(of: index)]
    S.stepping.combine(
      problem.initial.count, 2, nil, 1, [1 - fraction, fraction], ends, result)
  }

  func start(of step: Int) -> UnsafePointer<S> { UnsafePointer(memories[step].driftPlaces[0]) }

  func result(of step: Int) -> UnsafePointer<S> {
    step + 1 < memories.count ? start(of: step + 1) : UnsafePointer(end.start)
  }
}
