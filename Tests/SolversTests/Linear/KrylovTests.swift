import Foundation
import Solvers
import Tensors
import Testing

/// The iterative methods against direct ones and SciPy, and how they end when they cannot succeed.
@Suite struct KrylovTests {
  private static let limits = SolveLimits(tolerance: 1e-12, iterations: 2000)

  struct Method: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let solve:
      @Sendable (LinearOperator, Buffer<Double>, Buffer<Double>, SolveLimits) -> SolveReport
  }

  static let cg = Method(testDescription: "CG") { ConjugateGradients($3).solve($0, $1, into: $2) }
  static let minres = Method(testDescription: "MINRES") { MINRES($3).solve($0, $1, into: $2) }
  static let gmres = Method(testDescription: "GMRES(30)") {
    GMRES($3, restart: 30).solve($0, $1, into: $2)
  }
  static let bicgstab = Method(testDescription: "BiCGStab") { BiCGStab($3).solve($0, $1, into: $2) }

  @Test(arguments: [cg, minres, gmres, bicgstab], [NumberField.real, .complex])
  func hermitianSystemsAreSolved(method: Method, field: NumberField) throws {
    let a = LinearSystems.hermitian(LinearSystems.general(12, 12, field, shift: 12))
    let b = LinearSystems.right(12, field)
    let x = Buffer<Double>(count: b.count)
    let report = method.solve(LinearOperator(a), LinearSystems.buffer(b), x, Self.limits)
    #expect(report.outcome == .converged)
    #expect(report.residuals.count == report.iterations + 1)
    #expect((report.residuals.last ?? 1) <= 1e-12)
    let expected = try LinearSystems.reference("\(field == .real ? "real" : "complex")-cholesky")
    // Residual 1e-12 times the condition, about 10.
    #expect(LinearSystems.largestDifference(x.values, expected) < 1e-11)
  }

  @Test(arguments: [gmres, bicgstab], [NumberField.real, .complex])
  func generalSystemsAreSolved(method: Method, field: NumberField) throws {
    let a = LinearSystems.general(12, 12, field, shift: 12)
    let b = LinearSystems.right(12, field)
    let x = Buffer<Double>(count: b.count)
    #expect(
      method.solve(LinearOperator(a), LinearSystems.buffer(b), x, Self.limits).outcome == .converged
    )
    let expected = try LinearSystems.reference("\(field == .real ? "real" : "complex")-lu")
    #expect(LinearSystems.largestDifference(x.values, expected) < 1e-11)
  }

  @Test(arguments: [gmres, bicgstab])
  func aSparseSystemEqualsSciPy(method: Method) throws {
    let a = LinearSystems.line(200, -1.3, 2.1, -0.7)
    let b = LinearSystems.buffer(LinearSystems.right(200, .real))
    let x = Buffer<Double>(count: 200)
    let report = method.solve(LinearOperator(a), b, x, Self.limits)
    #expect(report.outcome == .converged)
    // Smallest singular value about 0.1.
    let expected = try LinearSystems.reference("convection")
    #expect(LinearSystems.largestDifference(x.values, expected) < 1e-10)
  }

  @Test(arguments: [minres, gmres])
  func anIndefiniteSystemIsSolvedWhereConjugateGradientsSayThatTheyCannot(method: Method) {
    let a = LinearSystems.line(40, -1, 0.5, -1)
    let b = LinearSystems.buffer(LinearSystems.right(40, .real))
    let (x, r) = (Buffer<Double>(count: 40), Buffer<Double>(count: 40))
    #expect(method.solve(LinearOperator(a), b, x, Self.limits).outcome == .converged)
    a.multiply(x, into: r)
    #expect(LinearSystems.largestDifference(r.values, b.values) < 1e-11)
    let y = Buffer<Double>(count: 40)
    #expect(Self.cg.solve(LinearOperator(a), b, y, Self.limits).outcome == .breakdown)
  }

  @Test func aPreconditionerSavesIterations() {
    let n = 60
    let a = DenseMatrix(
      rows: n, columns: n,
      values: (0..<(n * n)).map { index in
        let (i, j) = (index / n, index % n)
        return (i == j ? Double(1 + i * i) : 0) + 0.3 * cos(Double(i - j))
      })
    let b = LinearSystems.buffer(LinearSystems.right(n, .real))
    let jacobi: LinearOperator.Product = { r, z in
      for i in 0..<n { z.start[i] = r.start[i] / Double(1 + i * i) }
    }
    func iterations(_ preconditioner: LinearOperator.Product?) -> [Int] {
      let solves: [(Buffer<Double>) -> SolveReport] = [
        {
          ConjugateGradients(Self.limits, preconditioner: preconditioner).solve(
            LinearOperator(a), b, into: $0)
        },
        {
          GMRES(Self.limits, preconditioner: preconditioner).solve(LinearOperator(a), b, into: $0)
        },
        {
          BiCGStab(Self.limits, preconditioner: preconditioner).solve(
            LinearOperator(a), b, into: $0)
        },
      ]
      return solves.map { solve in
        let (x, r) = (Buffer<Double>(count: n), Buffer<Double>(count: n))
        let report = solve(x)
        #expect(report.outcome == .converged)
        a.multiply(x, into: r)
        // The recursive residual of CG and BiCGStab leaves the true one by rounding · condition (1e3).
        #expect(LinearSystems.largestDifference(r.values, b.values) < 1e-10)
        return report.iterations
      }
    }
    let (plain, better) = (iterations(nil), iterations(jacobi))
    #expect(zip(plain, better).allSatisfy { $0 > 2 * $1 }, "\(plain) \(better)")
  }

  @Test(arguments: [cg, minres, gmres])
  func aSystemWithoutASolutionIsCalledSingular(method: Method) {
    // The Laplacian with Neumann ends: constants are mapped to 0, so b = (1, …) has no solution.
    let n = 16
    let operation = LinearOperator(count: n) { x, y in
      for i in 0..<n {
        let left = i > 0 ? x.start[i] - x.start[i - 1] : 0
        let right = i < n - 1 ? x.start[i] - x.start[i + 1] : 0
        y.start[i] = left + right
      }
    }
    for b in [[Double](repeating: 1, count: n), (0..<n).map { 1 + sin(Double($0)) }] {
      let x = Buffer<Double>(count: n)
      let report = method.solve(operation, LinearSystems.buffer(b), x, Self.limits)
      #expect(report.outcome == .singular, "\(report)")
    }
  }

  @Test(arguments: [cg, minres, gmres, bicgstab])
  func limitsAndBadNumbersAreReported(method: Method) {
    let a = LinearSystems.line(200, -1, 2, -1)
    let b = LinearSystems.buffer(LinearSystems.right(200, .real))
    let short = method.solve(
      LinearOperator(a), b, Buffer<Double>(count: 200), SolveLimits(tolerance: 1e-12, iterations: 5)
    )
    #expect(short.outcome == .iterationLimit)
    #expect(short.iterations == 5)
    b.start[3] = .nan
    let bad = method.solve(LinearOperator(a), b, Buffer<Double>(count: 200), Self.limits)
    #expect(bad.outcome == .notFinite)
    let zero = method.solve(
      LinearOperator(a), Buffer<Double>(count: 200), Buffer<Double>(count: 200), Self.limits)
    #expect(zero.outcome == .converged && zero.iterations == 0)
  }

  @Test func biCGStabReportsItsBreakdown() {
    // A rotation by a right angle: the shadow residual is orthogonal to A p at once.
    let a = DenseMatrix(rows: 2, columns: 2, values: [0, 1, -1, 0])
    let report = BiCGStab(Self.limits).solve(
      LinearOperator(a), LinearSystems.buffer([1, 0]), into: Buffer<Double>(count: 2))
    #expect(report.outcome == .breakdown)
  }
}
