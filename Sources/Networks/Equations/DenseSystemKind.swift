/// What a dense matrix is known to be, and so how its systems are solved.
public enum DenseSystemKind: String, Sendable, CaseIterable {
  /// Any regular matrix: LU with partial pivoting.
  case general
  /// Positive definite: Cholesky. Its symmetric part ½(A + Aᵀ) is solved with, so that the gradient is
  /// symmetric too.
  case positiveDefinite
}
