import COpenBLAS

/// A = L Lᴴ of a Hermitian positive definite matrix, by LAPACK's potrf; half the work of LU.
public struct CholeskyFactorisation: Sendable {
  /// The unknowns.
  public let count: Int
  /// What the numbers are.
  public let field: NumberField
  /// LAPACK reads columns first, so it holds the factor of Aᵀ = conj(A).
  private let factor: [Double]

  /// Factorises `matrix`, of which the lower triangle is read.
  /// - Throws: `LinearFailure` when it is not positive definite or not finite.
  public init(_ matrix: DenseMatrix) throws(LinearFailure) {
    precondition(
      matrix.rows == matrix.columns, "a \(matrix.rows)x\(matrix.columns) matrix is not square")
    count = matrix.rows
    field = matrix.field
    guard matrix.values.allSatisfy(\.isFinite) else { throw .notFinite(size: count) }
    var factor = matrix.values
    var (n, info): (Int32, Int32) = (Int32(count), 0)
    switch field {
    case .real: dpotrf_("U", &n, &factor, &n, &info)
    case .complex: zpotrf_("U", &n, &factor, &n, &info)
    }
    guard info == 0 else { throw .notPositiveDefinite(size: count, minor: Int(info)) }
    self.factor = factor
  }

  /// x with A x = b.
  public func solve(_ b: [Double]) -> [Double] {
    precondition(
      b.count == count * field.width,
      "a right-hand side of \(b.count) numbers for a system of \(count * field.width)")
    var x = b
    var (n, one, info): (Int32, Int32, Int32) = (Int32(count), 1, 0)
    switch field {
    case .real: dpotrs_("U", &n, &one, factor, &n, &x, &n, &info)
    case .complex:
      // conj(A) conj(x) = conj(b)
      for index in stride(from: 1, to: x.count, by: 2) { x[index] = -x[index] }
      zpotrs_("U", &n, &one, factor, &n, &x, &n, &info)
      for index in stride(from: 1, to: x.count, by: 2) { x[index] = -x[index] }
    }
    return x
  }
}
