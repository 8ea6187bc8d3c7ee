import Foundation
import Tensors

extension LinearStudy {
  static var krylov: [LinearStudy] { [poisson(63), growth] + finite + againstFactors }

  private static let reduction = 1e-8

  /// √κ of the five-point Laplacian on m x m points: the cotangent of π / 2(m + 1).
  private static func rootCondition(_ m: Int) -> Double { 1 / tan(.pi / Double(2 * (m + 1))) }

  private static func iterations(_ m: Int) -> Int {
    let n = m * m
    let laplacian = LinearOperator(count: n) { x, y in
      let (x, y) = (x.start, y.start)
      for row in 0..<m {
        for column in 0..<m {
          let i = row * m + column
          var sum = 4 * x[i]
          if row > 0 { sum -= x[i - m] }
          if row < m - 1 { sum -= x[i + m] }
          if column > 0 { sum -= x[i - 1] }
          if column < m - 1 { sum -= x[i + 1] }
          y[i] = sum
        }
      }
    }
    let report = ConjugateGradients(SolveLimits(tolerance: reduction)).solve(
      laplacian, buffer(noise(n, seed: 3)), into: Buffer(count: n))
    return report.outcome == .converged ? report.iterations : .max
  }

  /// The error falls by 2 ((√κ − 1)/(√κ + 1))^k in the norm of A, the residual by √κ times that at most.
  private static func poisson(_ m: Int) -> LinearStudy {
    let root = rootCondition(m)
    let bound = log(2 * root / reduction) / log((root + 1) / (root - 1))
    return LinearStudy(
      name: "cg-poisson", quantity: "iterations of conjugate gradients on \(m)x\(m) points",
      observed: Double(iterations(m)), expected: bound / 2, tolerance: bound / 2,
      source: "at most ln(2√κ/ε) / ln((√κ+1)/(√κ−1)): Saad (2003), equation 6.128")
  }

  private static var growth: LinearStudy {
    LinearStudy(
      name: "cg-poisson-growth", quantity: "iterations on 127x127 points over those on 63x63",
      observed: Double(iterations(127)) / Double(iterations(63)),
      expected: rootCondition(127) / rootCondition(63), tolerance: 0.2,
      source: "proportional to √κ: Saad (2003), section 6.11.3")
  }

  /// GMRES ends after as many steps as the minimal polynomial of b has degrees.
  private static var finite: [LinearStudy] {
    let n = 24
    let shift = LinearOperator(count: n) { x, y in
      for index in 0..<n { y.start[(index + 1) % n] = x.start[index] }
    }
    let levels = LinearOperator(count: n) { x, y in
      for index in 0..<n { y.start[index] = Double(index % 5 + 1) * x.start[index] }
    }
    let first = [1.0] + [Double](repeating: 0, count: n - 1)
    let cases: [(String, String, LinearOperator, [Double], Int)] = [
      ("gmres-shift", "a cyclic shift of \(n), where it stagnates to the end", shift, first, n),
      ("gmres-levels", "five eigenvalues", levels, noise(n, seed: 5), 5),
    ]
    return cases.map { name, words, matrix, b, steps in
      let report = GMRES(SolveLimits(tolerance: 1e-10)).solve(
        matrix, buffer(b), into: Buffer(count: n))
      return LinearStudy(
        name: name, quantity: "steps of GMRES on \(words)",
        observed: report.outcome == .converged ? Double(report.iterations) : .nan,
        expected: Double(steps), tolerance: 0,
        source: "the degree of the minimal polynomial: Saad (2003), proposition 6.10")
    }
  }

  /// Each method's solution beside that of the factors, on systems with condition numbers below 10.
  private static var againstFactors: [LinearStudy] {
    let limits = SolveLimits(tolerance: 1e-12)
    let methods: [(String, any LinearSolver, isHermitian: Bool)] = [
      ("cg", ConjugateGradients(limits), true), ("minres", MINRES(limits), true),
      ("gmres", GMRES(limits), false), ("bicgstab", BiCGStab(limits), false),
    ]
    return methods.flatMap { name, method, isHermitian in
      [(NumberField.real, "real"), (.complex, "complex")].map { field, word in
        let n = 30
        let a =
          isHermitian ? hermitian(n, field, shift: 60) : dense(n, field, shift: 40)
        let b = noise(n * field.width, seed: 7)
        let x = Buffer<Double>(count: b.count)
        let report = method.solve(LinearOperator(a), buffer(b), into: x)
        let exact = (try? LUFactorisation(a).solve(b)) ?? []
        let difference = zip(x.values, exact).map { $0 - $1 }
        return LinearStudy(
          name: "\(name)-\(word)", quantity: "relative difference from the solution by LAPACK",
          observed: report.outcome == .converged ? norm(difference) / norm(exact) : .nan,
          expected: 0, tolerance: 1e-11, source: "a residual of 1e-12 times the condition number")
      }
    }
  }
}
