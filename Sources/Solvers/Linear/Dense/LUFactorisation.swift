import COpenBLAS
import Tensors

/// A = P L U of a square matrix, real or complex, by LAPACK's getrf with partial pivoting.
public struct LUFactorisation: Sendable {
  /// The unknowns.
  public let count: Int
  /// What the numbers are.
  public let field: NumberField
  /// An estimate of 1 / (‖A‖∞ ‖A⁻¹‖∞).
  public let reciprocalCondition: Double
  /// LAPACK reads columns first, so it holds the factors of Aᵀ.
  private let factors: [Double]
  private let pivots: [Int32]

  /// Factorises `matrix`.
  /// - Throws: `LinearFailure` when it is singular to working precision or not finite.
  public init(_ matrix: DenseMatrix) throws(LinearFailure) {
    precondition(
      matrix.rows == matrix.columns, "a \(matrix.rows)x\(matrix.columns) matrix is not square")
    count = matrix.rows
    field = matrix.field
    guard matrix.values.allSatisfy(\.isFinite) else { throw .notFinite(size: count) }
    var factors = matrix.values
    var pivots = [Int32](repeating: 0, count: count)
    var n = Int32(count)
    var (info, condition): (Int32, Double) = (0, 0)
    var norm = matrix.rowSumNorm
    switch field {
    case .real:
      dgetrf_(&n, &n, &factors, &n, &pivots, &info)
      if info == 0 {
        var (work, spare) = (
          [Double](repeating: 0, count: 4 * count), [Int32](repeating: 0, count: count)
        )
        dgecon_("1", &n, factors, &n, &norm, &condition, &work, &spare, &info)
      }
    case .complex:
      zgetrf_(&n, &n, &factors, &n, &pivots, &info)
      if info == 0 {
        var (work, spare) = (
          [Double](repeating: 0, count: 4 * count), [Double](repeating: 0, count: 2 * count)
        )
        zgecon_("1", &n, factors, &n, &norm, &condition, &work, &spare, &info)
      }
    }
    guard condition > .ulpOfOne else {
      throw .singular(size: count, reciprocalCondition: condition)
    }
    reciprocalCondition = condition
    self.factors = factors
    self.pivots = pivots
  }

  /// x with A x = b.
  public func solve(_ b: [Double]) -> [Double] { solve(b, "T") }

  /// λ with Aᴴ λ = b (Aᵀ when real).
  public func solveAdjoint(_ b: [Double]) -> [Double] {
    // The factors are those of Aᵀ; Aᴴ λ = b is Aᵀ conj(λ) = conj(b).
    guard field == .complex else { return solve(b, "N") }
    return conjugate(solve(conjugate(b), "N"))
  }

  private func solve(_ b: [Double], _ form: String) -> [Double] {
    precondition(
      b.count == count * field.width,
      "a right-hand side of \(b.count) numbers for a system of \(count * field.width)")
    var x = b
    var (n, one, info): (Int32, Int32, Int32) = (Int32(count), 1, 0)
    switch field {
    case .real: dgetrs_(form, &n, &one, factors, &n, pivots, &x, &n, &info)
    case .complex: zgetrs_(form, &n, &one, factors, &n, pivots, &x, &n, &info)
    }
    return x
  }

  private func conjugate(_ x: [Double]) -> [Double] {
    x.enumerated().map { $0.offset % 2 == 1 ? -$0.element : $0.element }
  }
}
