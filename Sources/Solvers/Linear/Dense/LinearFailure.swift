/// Why a direct method has no solution.
public enum LinearFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The matrix maps some direction to nothing, or to nothing but rounding.
  case singular(size: Int, reciprocalCondition: Double)
  /// A leading minor of a Hermitian matrix is not positive.
  case notPositiveDefinite(size: Int, minor: Int)
  /// An entry is infinite or undefined.
  case notFinite(size: Int)

  /// What was found, what was expected, what to do.
  public var description: String {
    switch self {
    case .singular(let size, let condition):
      "linear system of \(size) unknowns: singular, reciprocal condition \(condition); expected above "
        + "rounding, 2e-16; remove dependent equations or solve in the least-squares sense."
    case .notPositiveDefinite(let size, let minor):
      "linear system of \(size) unknowns: leading minor \(minor) is not positive; expected a positive "
        + "definite matrix; use the LU factorisation."
    case .notFinite(let size):
      "linear system of \(size) unknowns: an entry is infinite or undefined; expected finite numbers; "
        + "look at where the matrix is made."
    }
  }
}
