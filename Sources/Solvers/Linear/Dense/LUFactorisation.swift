import COpenBLAS

/// A = P L U of a square matrix, real or complex, by LAPACK's getrf with partial pivoting.
public struct LUFactorisation: Sendable {
  /// The unknowns.
  public let count: Int
  /// What the numbers are.
  public let field: NumberField
  /// An estimate of 1 / (‖A‖∞ ‖A⁻¹‖∞).
  public let reciprocalCondition: Double
  /// The kernels read columns first, so it holds the factors of Aᵀ.
  private let factors: [Double]
  private let pivots: [Int32]

  /// Factorises `matrix`.
  /// - Throws: `LinearFailure` when it is singular to working precision or not finite.
  public init(_ matrix: DenseMatrix) throws(LinearFailure) {
    try matrix.checkFactorisable()
    count = matrix.rows
    field = matrix.field
    var factors = matrix.values
    var pivots = [Int32](repeating: 0, count: count)
    let isRegular = field.factorisation.factorise(count, &factors, &pivots)
    reciprocalCondition =
      isRegular ? Self.condition(factors, count, field, norm: matrix.rowSumNorm) : 0
    guard reciprocalCondition > .ulpOfOne else {
      throw .singular(size: count, reciprocalCondition: reciprocalCondition)
    }
    self.factors = factors
    self.pivots = pivots
  }

  /// LAPACK's estimate from the factors of Aᵀ and ‖Aᵀ‖₁ = ‖A‖∞.
  private static func condition(
    _ factors: [Double], _ count: Int, _ field: NumberField, norm: Double
  ) -> Double {
    var (n, norm, result, info) = (Int32(count), norm, 0.0, Int32(0))
    var work = [Double](repeating: 0, count: 4 * count)
    switch field {
    case .real:
      var spare = [Int32](repeating: 0, count: count)
      dgecon_("1", &n, factors, &n, &norm, &result, &work, &spare, &info)
    case .complex:
      var spare = [Double](repeating: 0, count: 2 * count)
      zgecon_("1", &n, factors, &n, &norm, &result, &work, &spare, &info)
    }
    return result
  }

  /// x with A x = b.
  public func solve(_ b: [Double]) -> [Double] { solve(b, .transposed) }

  /// λ with Aᴴ λ = b (Aᵀ when real).
  public func solveAdjoint(_ b: [Double]) -> [Double] {
    // The factors are those of Aᵀ; Aᴴ λ = b is Aᵀ conj(λ) = conj(b).
    field.conjugated(solve(field.conjugated(b), .plain))
  }

  private func solve(_ b: [Double], _ form: FactorisationKernels<Double>.Form) -> [Double] {
    field.checkSide(b, unknowns: count)
    var x = b
    field.factorisation.solve(form, count, factors, pivots, 1, &x)
    return x
  }
}
