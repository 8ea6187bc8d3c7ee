import Autodiff
import Randomness
import Solvers
import Tensors

/// The solve of a stochastic problem on a tape: what its last forward pass did, and its reverse.
public final class TapedStochasticSolve<S: SolverScalar> {
  /// What is solved and penalised.
  struct Plan {
    let span: ClosedRange<Double>
    let count: Int
    let sequence: TapedSolve<S>.StepSequence
    let regularisers: [StepRegulariser]
    let local: StochasticLocalPenalty?
    /// Whether a backward pass may follow.
    let keepsRecord: Bool

    var penaltyCount: Int { regularisers.count + (local == nil ? 0 : 1) }
  }

  /// The method.
  public let method: any ReversibleStochasticMethod
  /// Where the noise comes from.
  public let noise: BrownianNoise
  /// How the last solve ended.
  public private(set) var outcome = SolveOutcome.finished
  /// The steps and the cost of the last solve, without the further step of a local penalty.
  public private(set) var trace = SolveTrace(attempts: [], work: WorkCount())
  /// The last way back: what it cost, that of a local penalty included; products with drift and with
  /// diffusion both count.
  public private(set) var backward = BackwardReport()
  /// The span of the next pass.
  public private(set) var span: ClosedRange<Double>
  private let fields: TapedFields<S>
  private let plan: Plan
  private let walk: BrownianWalk
  private var options: SolveOptions
  private var record: StochasticRecord<S>?
  private var local: StochasticLocalRegulariser.Evaluation<S>?

  init(
    _ fields: TapedFields<S>, _ plan: Plan, by method: any ReversibleStochasticMethod,
    _ options: SolveOptions, noise: BrownianNoise
  ) {
    self.fields = fields
    self.plan = plan
    span = plan.span
    self.method = method
    self.options = options
    self.noise = noise
    walk = BrownianWalk(count: plan.count, span: plan.span, stream: noise.stream)
  }

  /// The further step of the local penalty; nil without one, and on a tape for inference.
  public var localStep: StepRecord? { local?.step }
  /// What that step cost, with the rule of its size; counted apart from the solve.
  public var localWork: WorkCount { local?.work ?? WorkCount() }

  /// Solves over another span from the next pass on, and saves at other times, as many as before.
  ///
  /// Steps that are frozen belong to the times that they were made for.
  public func retime(over span: ClosedRange<Double>, saving times: [Double] = []) {
    Requirement.check(
      times.count == options.times.count,
      "retime: \(times.count) times for the \(options.times.count) that were recorded")
    Requirement.check(
      span == self.span || plan.sequence == .free,
      "retime: frozen steps and a span that changes contradict each other")
    self.span = span
    switch options.saving {
    case .end, .everyStep: break
    case .interpolated: options = options.replacing(saving: .interpolated(at: times))
    case .hit: options = options.replacing(saving: .hit(at: times))
    }
  }

  /// The saved states.
  var savedCount: Int { max(options.times.count, 1) }

  /// Why the last solve has no states; empty when it has.
  var failure: String {
    guard outcome == .finished else { return "\(method.name): \(outcome)" }
    guard let step = localStep, !step.isAccepted else { return "" }
    return """
      \(method.name): t = \(step.time): the further step of the local penalty is not finite; \
      expected finite numbers; look at drift and diffusion there.
      """
  }

  /// Writes the saved states and then the penalties.
  func solve(_ initial: UnsafePointer<S>, into output: UnsafeMutablePointer<S>) {
    noise.begin()
    let problem = fields.problem(from: initial, count: plan.count, over: span)
    let solution = run(problem)
    (outcome, trace) = (solution.outcome, solution.trace)
    local = nil
    let width = savedCount * plan.count
    guard outcome == .finished else {
      return S.elements.fill(width + plan.penaltyCount, S.nan, output)
    }
    for (index, state) in solution.states.enumerated() {
      state.withUnsafeBufferPointer { state in
        if let first = state.baseAddress {
          (output + index * plan.count).update(from: first, count: plan.count)
        }
      }
    }
    for (index, regulariser) in plan.regularisers.enumerated() {
      output[width + index] = S(
        regulariser.value(trace.accepted, stabilitySize: method.stabilitySize))
    }
    if plan.local != nil { output[width + plan.penaltyCount - 1] = S(takeLocalStep(problem)) }
    freeze()
  }

  private func run(_ problem: StochasticProblem<S>) -> Solution<S> {
    let path: any BrownianPath
    switch noise.path {
    case .walk:
      walk.restart(over: span, stream: noise.stream)
      path = walk
    case .tree:
      path = VirtualBrownianTree(count: plan.count, span: span, stream: noise.stream)
    }
    guard plan.keepsRecord else { return method.solve(problem, along: path, options) }
    let record = method.record(problem, along: path, options, reusing: record)
    self.record = record
    return record.solution
  }

  /// E h of the further step; 0 when nobody will ask for its gradient.
  private func takeLocalStep(_ problem: StochasticProblem<S>) -> Double {
    guard let penalty = plan.local, let record, let measure = options.measure else { return 0 }
    var stream = noise.stream.stream("local")
    let starts = trace.accepted.dropFirst().map(\.time)
    let time =
      penalty.place == .anywhere
      ? stream.uniform(from: span.lowerBound, to: span.upperBound)
      : starts.isEmpty ? span.lowerBound : starts[stream.index(below: starts.count)]
    var state = [S](repeating: 0, count: plan.count)
    state.withUnsafeMutableBufferPointer { state in
      if let first = state.baseAddress { record.interpolate(at: time, into: first) }
    }
    let evaluation = StochasticLocalRegulariser(method: method, measure: measure).evaluate(
      problem, from: state, at: time, noise: stream.stream("increments"))
    local = evaluation
    return evaluation.value
  }

  private func freeze() {
    guard plan.sequence == .frozen, case .adaptive(let steps) = options.steps else { return }
    let ends = trace.accepted.dropFirst().map(\.time) + [span.upperBound]
    options = options.replacing(steps: .given(ends: ends, measure: steps.measure))
  }

  /// Adds to the gradients of the initial state and of the parameters.
  func addShares(_ cotangent: UnsafePointer<S>, to shares: [UnsafeMutablePointer<S>?]) {
    guard let record, outcome == .finished else {
      // What was not solved has no gradient.
      let counts = [plan.count] + fields.parameters.map(\.count)
      for (share, count) in zip(shares, counts) {
        if let share { S.elements.fill(count, S.nan, share) }
      }
      return
    }
    let transpose = fields.transpose(into: Array(shares.dropFirst()))
    defer { noteTheWayBack() }
    let gradient = record.backward(seed(cotangent), transpose)
    if let initial = shares[0] {
      gradient.withUnsafeBufferPointer { gradient in
        if let first = gradient.baseAddress { S.elements.axpy(plan.count, 1, first, initial) }
      }
    }
    guard let penalty = plan.local, let local else { return }
    let factor = Double(cotangent[savedCount * plan.count + plan.penaltyCount - 1])
    if factor != 0 {
      local.backward(factor: factor, firstStage: penalty.firstStage, transpose)
    }
  }

  private func noteTheWayBack() {
    var work = WorkCount()
    work.transposedProducts = fields.drift.transposedProducts + fields.diffusion.transposedProducts
    backward = BackwardReport(trace: SolveTrace(attempts: [], work: work))
  }

  private func seed(_ cotangent: UnsafePointer<S>) -> GradientSeed<S> {
    let states = (0..<savedCount).map {
      [S](UnsafeBufferPointer(start: cotangent + $0 * plan.count, count: plan.count))
    }
    let penalties = cotangent + savedCount * plan.count
    let parts = plan.regularisers.enumerated().map { index, regulariser in
      (
        Double(penalties[index]),
        regulariser.seed(trace.accepted, stabilitySize: method.stabilitySize, as: S.self)
      )
    }
    return GradientSeed(
      states: states, errorEstimates: Self.sum(parts.map { ($0.0, $0.1.errorEstimates) }),
      eigenvalueEstimates: Self.sum(parts.map { ($0.0, $0.1.eigenvalueEstimates) }))
  }

  /// Σ factor · numbers, where an empty list is zero.
  private static func sum(_ parts: [(factor: Double, numbers: [Double])]) -> [Double] {
    parts.filter { !$0.numbers.isEmpty }.reduce([]) { sum, part in
      part.numbers.indices.map { (sum.isEmpty ? 0 : sum[$0]) + part.factor * part.numbers[$0] }
    }
  }
}
