import Autodiff
import Randomness
import Solvers
import Tensors

/// The local penalty of a solve on a tape: where the next pass takes its step, and what the last one did.
public final class TapedLocalPenalty<S: SolverScalar> {
  /// Which point of the solution the next pass takes, from 0 up to 1; the caller draws it anew from
  /// pass to pass.
  public var draw = 0.5
  /// The time at which the last pass took its step.
  public private(set) var time = 0.0
  /// That step; nil without any.
  public private(set) var step: StepRecord?
  /// What it cost, which the solve's own count does not have.
  public private(set) var work = WorkCount()
  private let solve: TapedSolve<S>
  private let penalty: LocalPenalty
  private var evaluation: LocalRegulariser.Evaluation<S>?

  init(_ solve: TapedSolve<S>, _ penalty: LocalPenalty) {
    self.solve = solve
    self.penalty = penalty
  }

  /// Draws the point of the next pass.
  public func drawNext(from stream: inout RandomStream) { draw = stream.uniform() }

  /// E h of the step; zero on a tape for inference, which evaluates nothing.
  func evaluate() -> Double {
    (evaluation, step, work) = (nil, nil, WorkCount())
    guard solve.outcome == .finished else { return .nan }
    guard let record = solve.record else { return 0 }
    time = place
    let state = record.state(at: time)
    let found = penalty.regulariser.evaluate(solve.problem(from: state), from: state, at: time)
    (evaluation, step, work) = (found, found.step, found.work)
    return found.value
  }

  private var place: Double {
    let (start, end) = (solve.span.lowerBound, solve.span.upperBound)
    switch penalty.place {
    case .anywhere: return start + draw * (end - start)
    case .stepEnds:
      let ends = solve.trace.accepted.dropFirst().map(\.time)
      guard !ends.isEmpty else { return start }
      return ends[min(Int(draw * Double(ends.count)), ends.count - 1)]
    }
  }

  /// Adds to the gradients of the rate's parameters; that of the solution's state is zero.
  func addShares(_ cotangent: Double, to parameters: [UnsafeMutablePointer<S>?]) {
    guard cotangent != 0, let evaluation else { return }
    let rate = solve.rate
    rate.sweep(into: parameters) {
      guard evaluation.value.isFinite else { return rate.spoil() }
      evaluation.backward(factor: cotangent, firstStage: penalty.firstStage) {
        rate.transpose($0, $1, $2, $3)
      }
    }
  }
}
