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

  /// The method.
  public let method: ExplicitRungeKutta
  /// How the last solve ended.
  public private(set) var outcome = SolveOutcome.finished
  /// The steps and the cost of the last solve.
  public private(set) var trace = SolveTrace(attempts: [], work: WorkCount())
  private let rate: TapedRate<S>
  private let span: ClosedRange<Double>
  private let sequence: StepSequence
  private let regularisers: [StepRegulariser]
  /// Whether a backward pass may follow.
  private let keepsRecord: Bool
  private var options: SolveOptions
  private var record: SolveRecord<S>?
  private let count: Int

  init(
    _ rate: TapedRate<S>, count: Int, span: ClosedRange<Double>, method: ExplicitRungeKutta,
    options: SolveOptions, sequence: StepSequence, regularisers: [StepRegulariser],
    keepsRecord: Bool
  ) {
    self.keepsRecord = keepsRecord
    self.rate = rate
    self.count = count
    self.span = span
    self.method = method
    self.options = options
    self.sequence = sequence
    self.regularisers = regularisers
  }

  /// The saved states.
  var savedCount: Int { max(options.times.count, 1) }

  /// Why the last solve has no states; empty when it has.
  var failure: String { outcome == .finished ? "" : "\(method.name): \(outcome)" }

  /// Writes the saved states and then the penalties.
  func solve(_ initial: UnsafePointer<S>, into output: UnsafeMutablePointer<S>) {
    let problem = InitialValueProblem<S>(
      initial: [S](UnsafeBufferPointer(start: initial, count: count)), span: span,
      rate: { [rate] in rate.evaluate($0, $1, into: $2) })
    let solution: Solution<S>
    if keepsRecord {
      let record = method.record(problem, options, keeping: .stages)
      self.record = record
      solution = record.solution
    } else {
      solution = method.solve(problem, options)
    }
    (outcome, trace) = (solution.outcome, solution.trace)
    let width = savedCount * count
    guard outcome == .finished else {
      return S.elements.fill(width + regularisers.count, S.nan, output)
    }
    for (index, state) in solution.states.enumerated() {
      state.withUnsafeBufferPointer { state in
        if let first = state.baseAddress {
          (output + index * count).update(from: first, count: count)
        }
      }
    }
    for (index, regulariser) in regularisers.enumerated() {
      output[width + index] = S(regulariser.value(trace.accepted, of: method.tableau))
    }
    freeze()
  }

  private func freeze() {
    guard sequence == .frozen, case .adaptive(let steps) = options.steps else { return }
    let ends = trace.accepted.dropFirst().map(\.time) + [span.upperBound]
    options = options.replacing(steps: .given(ends: ends, measure: steps.measure))
  }

  /// Adds to the gradients of the initial state and of the rate's parameters.
  func addShares(_ cotangent: UnsafePointer<S>, to initial: UnsafeMutablePointer<S>?) {
    guard let record, outcome == .finished else {
      if let initial { S.elements.fill(count, S.nan, initial) }
      return
    }
    let seed = seed(cotangent)
    rate.sweep {
      let gradient = record.backward(seed) { [rate] in rate.transpose($0, $1, $2, $3) }
      guard let initial else { return }
      gradient.withUnsafeBufferPointer { gradient in
        if let first = gradient.baseAddress { S.elements.axpy(count, 1, first, initial) }
      }
    }
    self.record = nil
  }

  private func seed(_ cotangent: UnsafePointer<S>) -> GradientSeed<S> {
    let states = (0..<savedCount).map {
      [S](UnsafeBufferPointer(start: cotangent + $0 * count, count: count))
    }
    var (errors, eigenvalues): ([Double], [Double]) = ([], [])
    for (index, regulariser) in regularisers.enumerated() {
      let factor = Double(cotangent[savedCount * count + index])
      let part = regulariser.seed(trace.accepted, of: method.tableau, as: S.self)
      errors = Self.sum(errors, factor, part.errorEstimates)
      eigenvalues = Self.sum(eigenvalues, factor, part.eigenvalueEstimates)
    }
    return GradientSeed(states: states, errorEstimates: errors, eigenvalueEstimates: eigenvalues)
  }

  /// a + factor b, where an empty list is zero.
  private static func sum(_ a: [Double], _ factor: Double, _ b: [Double]) -> [Double] {
    if b.isEmpty { return a }
    return b.indices.map { (a.isEmpty ? 0 : a[$0]) + factor * b[$0] }
  }
}
