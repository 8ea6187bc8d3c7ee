/// How an iterative solve ended; only `converged` means that there is a solution.
public enum LinearOutcome: Sendable, Equatable {
  /// The residual fell below the tolerance.
  case converged
  /// The iterations that were allowed are used up.
  case iterationLimit
  /// The method divides by a number that vanished, or rounding parted its residual from the true one;
  /// another method, start or tolerance may succeed.
  case breakdown
  /// The system has no solution, or none that the method can tell from others.
  case singular
  /// A number became infinite or undefined.
  case notFinite
}
