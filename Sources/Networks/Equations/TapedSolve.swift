import Autodiff
import Solvers
import Tensors

/// The solve of an initial value problem on a tape: what its last forward pass did, and its reverse.
public final class TapedSolve<S: SolverScalar> {
  /// Where the steps of a pass come from.
  public enum StepSequence: Sendable {
    /// Each pass chooses its own.
    case free
    /// The first pass chooses, all later ones take its steps, so that what they return is a smooth
    /// function of state and parameters, of which the gradient is exact.
    case frozen
  }

  /// What is the same in every pass.
  struct Settings {
    let method: ExplicitRungeKutta
    let sequence: StepSequence
    let regularisers: [StepRegulariser]
    let adjoint: AdjointMethod
    /// What a pass keeps; nil when nobody looks back.
    let keeping: SolveRecord<S>.Keeping?
    /// Where the kept states come from.
    let pool: BufferPool<S>
    /// The numbers of y, and those with the integrals after it.
    let stateCount: Int
    let count: Int
    let measuredCount: Int

    var keepsEvaluations: Bool {
      if case .kept = adjoint { keeping != nil } else { false }
    }
  }

  /// How the last solve ended.
  public private(set) var outcome = SolveOutcome.finished
  /// The steps and the cost of the last solve.
  public private(set) var trace = SolveTrace(attempts: [], work: WorkCount())
  /// The last way back: its end, its steps when the adjoint is continuous, and its cost.
  public private(set) var backward = BackwardReport()
  /// The span of the next pass.
  public private(set) var span: ClosedRange<Double>
  let settings: Settings
  let rate: TapedRate<S>
  private(set) var record: SolveRecord<S>?
  private var options: SolveOptions

  init(
    _ rate: TapedRate<S>, over span: ClosedRange<Double>, _ options: SolveOptions,
    _ settings: Settings
  ) {
    self.rate = rate
    self.span = span
    self.options = options
    self.settings = settings
  }

  /// The method.
  public var method: ExplicitRungeKutta { settings.method }

  /// The most states that the last pass and its way back stored at once, stages among them.
  public private(set) var peakStateCount = 0

  /// The saved states.
  var savedCount: Int { max(options.times.count, 1) }

  /// Why the last solve has no states; empty when it has.
  var failure: String { outcome == .finished ? "" : "\(method.name): \(outcome)" }

  /// Why the last gradient is none; empty when it is one.
  var gradientFailure: String {
    backward.outcome == .finished ? "" : "the adjoint of \(method.name): \(backward.outcome)"
  }

  /// Solves over another span from the next pass on, and saves at other times, as many as before; such
  /// as ends and times that are drawn at random (STEER: Ghosh et al., NeurIPS 2020).
  ///
  /// Steps that are frozen or given belong to the times that they were made for; of fixed ones, `fixedSize`
  /// may change the size.
  public func retime(
    over span: ClosedRange<Double>, saving times: [Double] = [], fixedSize: Double? = nil
  ) {
    Requirement.check(
      times.count == options.times.count,
      "retime: \(times.count) times for the \(options.times.count) that were recorded")
    switch options.steps {
    case .given:
      Requirement.check(span == self.span, "retime: given steps end at \(self.span.upperBound)")
    case .adaptive where settings.sequence == .frozen:
      Requirement.check(
        span == self.span, "retime: frozen steps and a span that changes contradict each other")
    case .fixed(let size, let measure):
      options = options.replacing(steps: .fixed(size: fixedSize ?? size, measure: measure))
    case .adaptive: break
    }
    self.span = span
    switch options.saving {
    case .end, .everyStep: break
    case .interpolated: options = options.replacing(saving: .interpolated(at: times))
    case .hit: options = options.replacing(saving: .hit(at: times))
    }
  }

  func problem(from initial: [S]) -> InitialValueProblem<S> {
    InitialValueProblem(initial: initial, span: span, measuredCount: settings.measuredCount) {
      [rate] in rate.evaluate($0, $1, into: $2)
    }
  }

  /// Writes the saved states and then the penalties.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func solve(_ initial: UnsafePointer<S>, into output: UnsafeMutablePointer<S>) {
    let (count, regularisers) = (settings.count, settings.regularisers)
    let integrals = [S](repeating: 0, count: count - settings.stateCount)
    let problem = problem(
      from: [S](UnsafeBufferPointer(start: initial, count: settings.stateCount)) + integrals)
    // the old one goes before the new one takes memory
    record = nil
    let memory = settings.keepsEvaluations ? rate : nil
    record = settings.keeping.map {
      method.record(problem, options, keeping: $0, memory: memory, pool: settings.pool)
    }
    let solution = record?.solution ?? method.solve(problem, options)
    (outcome, trace) = (solution.outcome, solution.trace)
    peakStateCount = record?.peakStateCount ?? 0
    let width = savedCount * count
    guard outcome == .finished else {
      return S.elements.fill(width + regularisers.count, S.nan, output)
    }
    for (index, state) in solution.states.enumerated() {
      (output + index * count).update(from: state, count: count)
    }
    for (index, regulariser) in regularisers.enumerated() {
      output[width + index] = S(regulariser.value(trace.accepted, of: method.tableau))
    }
    freeze()
  }

  private func freeze() {
    guard settings.sequence == .frozen, case .adaptive(let steps) = options.steps else { return }
    let ends = trace.accepted.dropFirst().map(\.time) + [span.upperBound]
    options = options.replacing(steps: .given(ends: ends, measure: steps.measure))
  }

  /// Adds to the gradients of the initial state and of the rate's parameters.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func addShares(
    _ cotangent: UnsafePointer<S>, to initial: UnsafeMutablePointer<S>?,
    parameters: [UnsafeMutablePointer<S>?]
  ) {
    guard let record, outcome == .finished else {
      if let initial { S.elements.fill(settings.stateCount, S.nan, initial) }
      return rate.sweep(into: parameters) { rate.spoil() }
    }
    rate.sweep(into: parameters) {
      let gradient: [S]
      switch settings.adjoint {
      case .discrete, .kept, .checkpointed: gradient = discreteGradient(record, cotangent)
      case .continuous(let adjoint): gradient = continuousGradient(adjoint, record, cotangent)
      }
      if backward.outcome != .finished { rate.spoil() }
      if let initial { S.elements.axpy(settings.stateCount, 1, gradient, initial) }
    }
    peakStateCount = record.peakStateCount
    self.record = nil
  }

  private func discreteGradient(
    _ record: SolveRecord<S>, _ cotangent: UnsafePointer<S>
  ) -> [S] {
    let gradient = record.backward(seed(cotangent)) { [rate] in rate.transpose($0, $1, $2, $3) }
    backward = BackwardReport(trace: SolveTrace(attempts: [], work: record.backwardWork))
    return gradient
  }

  private func continuousGradient(
    _ adjoint: ContinuousAdjoint, _ record: SolveRecord<S>, _ cotangent: UnsafePointer<S>
  ) -> [S] {
    let gradient = adjoint.gradient(
      of: record, states: stateSeeds(cotangent), parameterCount: rate.parameterCount
    ) { [rate] in rate.linearise($0, $1, $2, $3, $4, $5) }
    backward = gradient.report
    rate.add(gradient.parameters)
    return gradient.initial
  }

  private func stateSeeds(_ cotangent: UnsafePointer<S>) -> [[S]] {
    (0..<savedCount).map {
      [S](UnsafeBufferPointer(start: cotangent + $0 * settings.count, count: settings.count))
    }
  }

  private func seed(_ cotangent: UnsafePointer<S>) -> GradientSeed<S> {
    var (errors, eigenvalues): ([Double], [Double]) = ([], [])
    for (index, regulariser) in settings.regularisers.enumerated() {
      let factor = Double(cotangent[savedCount * settings.count + index])
      let part = regulariser.seed(trace.accepted, of: method.tableau, as: S.self)
      errors = Self.sum(errors, factor, part.errorEstimates)
      eigenvalues = Self.sum(eigenvalues, factor, part.eigenvalueEstimates)
    }
    return GradientSeed(
      states: stateSeeds(cotangent), errorEstimates: errors, eigenvalueEstimates: eigenvalues)
  }

  /// a + factor b, where an empty list is zero.
  private static func sum(_ a: [Double], _ factor: Double, _ b: [Double]) -> [Double] {
    if b.isEmpty { return a }
    return b.indices.map { (a.isEmpty ? 0 : a[$0]) + factor * b[$0] }
  }
}
