/// What an iterative solve did.
public struct SolveReport: Sendable, Equatable {
  /// How it ended.
  public let outcome: LinearOutcome
  /// ‖b − A x‖ / ‖b‖ at the start and after every iteration, as the method knows it.
  public let residuals: [Double]
  /// What was asked for.
  public let limits: SolveLimits

  /// The iterations made.
  public var iterations: Int { max(residuals.count - 1, 0) }
}

extension SolveReport: CustomStringConvertible {
  /// What was found, what was expected, what to do.
  public var description: String {
    let found = residuals.last.map { "relative residual \($0) after \(iterations) iterations" }
    let facts = "\(found ?? "no iteration made"); expected \(limits.tolerance)"
    return switch outcome {
    case .converged: "linear solve: converged, \(facts)."
    case .iterationLimit:
      "linear solve: not converged, \(facts) within \(limits.iterations); precondition it, allow more "
        + "iterations or loosen the tolerance."
    case .breakdown:
      "linear solve: broken down, \(facts); take another method, start or tolerance."
    case .singular:
      "linear solve: singular, \(facts); the right-hand side is not in the range of the matrix."
    case .notFinite:
      "linear solve: a number became infinite or undefined, \(facts); look at the matrix, the "
        + "right-hand side and the start."
    }
  }
}
