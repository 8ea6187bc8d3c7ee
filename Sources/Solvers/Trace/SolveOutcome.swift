/// How a solve ended.
public enum SolveOutcome: Sendable, Equatable {
  /// It reached the end of the span.
  case finished
  /// It used up its steps, accepted and rejected, at `time`.
  case stepLimit(time: Double, steps: Int)
  /// The controller asked for a step that is too small for the clock or the set floor.
  case stepUnderflow(time: Double, stepSize: Double)
  /// A stage (from 1; 0 is the rate at the start, one past the last the new state) was NaN or
  /// infinite, and smaller steps did not help.
  case nonFinite(time: Double, stage: Int)
  /// The equations of an implicit stage (from 1) were not solved, and smaller steps did not help.
  case unsolvedStage(time: Double, stage: Int)
}

extension SolveOutcome: CustomStringConvertible {
  /// What happened, where, and what to try.
  public var description: String {
    switch self {
    case .finished: "finished"
    case .stepLimit(let time, let steps):
      "step limit of \(steps) reached at t = \(time); raise it or loosen the tolerances"
    case .stepUnderflow(let time, let size):
      "step size \(size) at t = \(time) is too small; the problem may be stiff or singular there"
    case .nonFinite(let time, let stage):
      "not a finite number in stage \(stage) of the step at t = \(time); check the rate there"
    case .unsolvedStage(let time, let stage):
      "the equations of stage \(stage) at t = \(time) were not solved; check the Jacobian"
    }
  }
}
