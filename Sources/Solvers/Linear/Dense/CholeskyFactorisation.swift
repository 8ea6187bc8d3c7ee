/// A = L Lᴴ of a Hermitian positive definite matrix, by LAPACK's potrf; half the work of LU.
public struct CholeskyFactorisation: Sendable {
  /// The unknowns.
  public let count: Int
  /// What the numbers are.
  public let field: NumberField
  /// The kernels read columns first, so it holds the factor of Aᵀ = conj(A).
  private let factor: [Double]

  /// Factorises `matrix`, of which the lower triangle is read.
  /// - Throws: `LinearFailure` when it is not positive definite or not finite.
  public init(_ matrix: DenseMatrix) throws(LinearFailure) {
    try matrix.checkFactorisable()
    count = matrix.rows
    field = matrix.field
    var factor = matrix.values
    let minor = field.factorisation.factorisePositive(count, &factor)
    guard minor == 0 else { throw .notPositiveDefinite(size: count, minor: minor) }
    self.factor = factor
  }

  /// x with A x = b.
  public func solve(_ b: [Double]) -> [Double] {
    field.checkSide(b, unknowns: count)
    // conj(A) conj(x) = conj(b)
    var x = field.conjugated(b)
    field.factorisation.solvePositive(count, factor, 1, &x)
    return field.conjugated(x)
  }
}
