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
  /// Where it ended, what was found, what was expected, what to do.
  public var description: String {
    switch self {
    case .finished: "finished"
    case .stepLimit(let time, let steps):
      "t = \(time): step limit of \(steps) reached; expected the end of the span before; raise the limit "
        + "or loosen the tolerances."
    case .stepUnderflow(let time, let size):
      "t = \(time): a step of \(size) asked for; expected one that changes t and is not below the floor; "
        + "the solution may have a pole there, or the problem is stiff: take an implicit method."
    case .nonFinite(let time, let stage):
      "t = \(time): \(stage == 0 ? "the state or rate at the start" : "stage \(stage)") is not finite; "
        + "expected finite numbers; look at the right-hand side there."
    case .unsolvedStage(let time, let stage):
      "t = \(time): the equations of stage \(stage) were not solved; expected Newton's method to converge; "
        + "check the Jacobian or take smaller steps."
    }
  }
}
