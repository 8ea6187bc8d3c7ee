import Solvers
import Testing

/// The factorisations against SciPy's solutions, and what they say of bad matrices.
@Suite struct DenseTests {
  /// Condition numbers up to 1e3 times rounding times a few dozen operations a number.
  private static let tolerance = 1e-12
  private static let fields: [(NumberField, String)] = [(.real, "real"), (.complex, "complex")]

  @Test(arguments: fields)
  func theFactorisationsEqualSciPy(field: NumberField, name: String) throws {
    let a = LinearSystems.general(12, 12, field, shift: 12)
    let b = LinearSystems.right(12, field)
    let lu = try LUFactorisation(a)
    #expect(difference(lu.solve(b), try LinearSystems.reference("\(name)-lu")) < Self.tolerance)
    #expect(
      difference(lu.solveAdjoint(b), try LinearSystems.reference("\(name)-adjoint"))
        < Self.tolerance)
    #expect(lu.reciprocalCondition > 0.01 && lu.reciprocalCondition < 1)
    let cholesky = try CholeskyFactorisation(LinearSystems.hermitian(a))
    #expect(
      difference(cholesky.solve(b), try LinearSystems.reference("\(name)-cholesky"))
        < Self.tolerance)
    let qr = try QRFactorisation(LinearSystems.general(15, 6, field, shift: 3))
    let least = qr.solve(LinearSystems.right(15, field))
    #expect(difference(least, try LinearSystems.reference("\(name)-qr")) < Self.tolerance)
  }

  @Test(arguments: [NumberField.real, .complex])
  func aSingularMatrixIsRefused(field: NumberField) throws {
    // cos(i + 2j) has rank 2, sin(2i − j) too.
    let a = LinearSystems.general(6, 6, field, shift: 0)
    let failure = #expect(throws: LinearFailure.self) { try LUFactorisation(a) }
    guard case .singular(6, let condition) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(condition < 1e-15)
    #expect(throws: LinearFailure.self) { try QRFactorisation(a) }
    let zeros = DenseMatrix(rows: 2, columns: 2, values: [0, 0, 0, 0])
    #expect(throws: LinearFailure.singular(size: 2, reciprocalCondition: 0)) {
      try LUFactorisation(zeros)
    }
  }

  @Test func kernelsSolveInPlaceInBothPrecisions() {
    func check<S: SolverScalar>(_ precision: S.Type, tolerance: Double) {
      let columns: [S] = [4, 2, 0, 2, 5, 3, 0, 3, 6]
      let sides: [S] = [8, 21, 24, 6, 10, 9]
      var (lu, cholesky, x, y, pivots) = (
        columns, columns, sides, sides, [Int32](repeating: 0, count: 3)
      )
      #expect(S.factorisation.factorise(3, &lu, &pivots))
      S.factorisation.solve(.plain, 3, lu, pivots, 2, &x)
      #expect(S.factorisation.factorisePositive(3, &cholesky) == 0)
      S.factorisation.solvePositive(3, cholesky, 2, &y)
      // a condition of about 7
      for (index, wanted) in [1.0, 2, 3, 1, 1, 1].enumerated() {
        #expect(abs(Double(x[index]) - wanted) < tolerance)
        #expect(abs(Double(y[index]) - wanted) < tolerance)
      }
    }
    check(Double.self, tolerance: 1e-14)
    check(Float.self, tolerance: 1e-5)
    var (indefinite, singular, pivots) = (
      [1.0, 2, 2, 1], [1.0, 2, 2, 4], [Int32](repeating: 0, count: 2)
    )
    #expect(Double.factorisation.factorisePositive(2, &indefinite) == 2)
    #expect(!Double.factorisation.factorise(2, &singular, &pivots))
  }

  @Test func anIndefiniteOrUndefinedMatrixIsRefused() {
    let indefinite = DenseMatrix(rows: 2, columns: 2, values: [1, 2, 2, 1])
    #expect(throws: LinearFailure.notPositiveDefinite(size: 2, minor: 2)) {
      try CholeskyFactorisation(indefinite)
    }
    let undefined = DenseMatrix(rows: 1, columns: 1, values: [.nan])
    #expect(throws: LinearFailure.notFinite(size: 1)) { try LUFactorisation(undefined) }
    #expect(
      LinearFailure.notPositiveDefinite(size: 2, minor: 2).description
        == "linear system of 2 unknowns: leading minor 2 is not positive; expected a positive "
        + "definite matrix; use the LU factorisation.")
  }

  private func difference(_ a: [Double], _ b: [Double]) -> Double {
    LinearSystems.largestDifference(a, b)
  }
}
