import Tensors

/// The way back of a `ContinuousAdjoint`: one solve between each two saved times.
///
/// Its state is [y, λ, p̄] or, along dense output, [λ, p̄].
final class AdjointSolve<S: SolverScalar> {
  private let adjoint: ContinuousAdjoint
  private let record: SolveRecord<S>
  private let linearise: SolveRecord<S>.Linearisation
  private let parameterCount: Int
  /// y along dense output, or f that nobody asked for.
  private let scratch: Buffer<S>
  private var state: [S]
  private var attempts: [StepRecord] = []
  private var products = 0

  init(
    _ adjoint: ContinuousAdjoint, _ record: SolveRecord<S>, parameterCount: Int,
    _ linearise: @escaping SolveRecord<S>.Linearisation
  ) {
    self.adjoint = adjoint
    self.record = record
    self.linearise = linearise
    self.parameterCount = parameterCount
    let count = record.problem.initial.count
    scratch = Buffer(count: 2 * count)
    state = [S](
      repeating: 0, count: (adjoint.path == .backsolve ? 2 : 1) * count + parameterCount)
  }

  private var count: Int { record.problem.initial.count }
  /// Where λ is in the state.
  private var place: Int { adjoint.path == .backsolve ? count : 0 }

  func run(_ seeds: [[S]]) -> ContinuousGradient<S> {
    let times = record.solution.times
    Requirement.check(
      seeds.isEmpty || seeds.count == times.count && seeds.allSatisfy { $0.count == count },
      "\(seeds.count) derivatives do not fit \(times.count) saved states of \(count) numbers")
    var outcome = record.solution.outcome
    for index in seeds.indices.reversed() where outcome == .finished {
      jump(by: seeds[index], to: record.solution.states[index])
      let lower = index > 0 ? times[index - 1] : record.problem.span.lowerBound
      if times[index] > lower { outcome = integrate(over: lower...times[index]) }
    }
    if outcome != .finished { state = [S](repeating: .nan, count: state.count) }
    var work = WorkCount()
    work.transposedProducts = products
    work.evaluations = adjoint.path == .backsolve ? products : 0
    return ContinuousGradient(
      initial: Array(state[place..<place + count]), parameters: Array(state[(place + count)...]),
      report: BackwardReport(
        outcome: outcome, trace: SolveTrace(attempts: attempts, work: work)))
  }

  private func jump(by seed: [S], to saved: [S]) {
    for index in 0..<count { state[place + index] += seed[index] }
    if adjoint.path == .backsolve { state.replaceSubrange(0..<count, with: saved) }
  }

  /// Solves from the upper time to the lower; the solver's own time runs the other way.
  private func integrate(over span: ClosedRange<Double>) -> SolveOutcome {
    func time(_ mirrored: Double) -> Double {
      min(max(span.lowerBound + (span.upperBound - mirrored), span.lowerBound), span.upperBound)
    }
    let problem = InitialValueProblem<S>(
      initial: state, span: span,
      measuredCount: adjoint.integral == .ignored ? place + count : state.count
    ) { [self] mirrored, x, rate in
      evaluate(time(mirrored), x, into: rate)
    }
    let options = AdjointSteps(adjoint, record.options).options(
      over: span, following: attempts.filter(\.isAccepted).map(\.size).max())
    let solution = ExplicitRungeKutta(record.tableau).solve(problem, options)
    attempts += solution.trace.attempts.map { step in
      StepRecord(
        time: time(step.time), size: step.size, errorEstimate: step.errorEstimate,
        eigenvalueEstimate: step.eigenvalueEstimate, isAccepted: step.isAccepted)
    }
    if solution.outcome == .finished { state = solution.last }
    return solution.outcome.atTime(time)
  }

  private func evaluate(_ time: Double, _ x: UnsafePointer<S>, into rate: UnsafeMutablePointer<S>) {
    products += 1
    let costates = x + place
    let integrals = rate + place + count
    guard adjoint.path == .backsolve else {
      record.interpolate(at: time, into: scratch.start)
      return linearise(time, scratch.start, costates, scratch.start + count, rate, integrals)
    }
    linearise(time, x, costates, rate, rate + place, integrals)
    S.elements.scale(count, -1, rate, rate)
  }
}

extension SolveOutcome {
  /// The same end at another time.
  func atTime(_ map: (Double) -> Double) -> SolveOutcome {
    switch self {
    case .finished: .finished
    case .stepLimit(let time, let steps): .stepLimit(time: map(time), steps: steps)
    case .stepUnderflow(let time, let size): .stepUnderflow(time: map(time), stepSize: size)
    case .nonFinite(let time, let stage): .nonFinite(time: map(time), stage: stage)
    case .unsolvedStage(let time, let stage): .unsolvedStage(time: map(time), stage: stage)
    }
  }
}
