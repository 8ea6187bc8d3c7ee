import Tensors

extension LinearStudy {
  private static let size = 60

  /// Backward errors, ‖b − A x‖ / (‖A‖ ‖x‖ + ‖b‖) in the largest norm, in units of n ε.
  static var direct: [LinearStudy] {
    let fields: [(NumberField, String)] = [(.real, "real"), (.complex, "complex")]
    return fields.flatMap { field, word in
      let b = noise(size * field.width, seed: 11)
      let (general, definite) = (
        dense(size, field, shift: 1), hermitian(size, field, shift: 130)
      )
      return [
        study("lu-\(word)", general, try? LUFactorisation(general).solve(b), b),
        study("cholesky-\(word)", definite, try? CholeskyFactorisation(definite).solve(b), b),
        study("qr-\(word)", general, try? QRFactorisation(general).solve(b), b),
      ]
    } + [portable(isDefinite: false), portable(isDefinite: true)]
  }

  /// The kernels of the portable mode, whatever the mode of the process.
  private static func portable(isDefinite: Bool) -> LinearStudy {
    let a = isDefinite ? hermitian(size, .real, shift: 130) : dense(size, .real, shift: 1)
    let b = noise(size, seed: 11)
    let kernels = FactorisationKernels<Double>.portable
    var (factors, x) = (a.values, b)
    var pivots = [Int32](repeating: 0, count: size)
    let isSolved: Bool
    if isDefinite {
      isSolved = kernels.factorisePositive(size, &factors) == 0
      kernels.solvePositive(size, factors, 1, &x)
    } else {
      isSolved = kernels.factorise(size, &factors, &pivots)
      kernels.solve(.transposed, size, factors, pivots, 1, &x)
    }
    return study(isDefinite ? "cholesky-portable" : "lu-portable", a, isSolved ? x : nil, b)
  }

  private static func study(
    _ name: String, _ a: DenseMatrix, _ x: [Double]?, _ b: [Double]
  ) -> LinearStudy {
    LinearStudy(
      name: name, quantity: "backward error of \(size) equations in units of n ε",
      observed: x.map { backwardError(a, $0, b) / (Double(size) * .ulpOfOne) } ?? .nan,
      expected: 0, tolerance: 1,
      source: "Higham, Accuracy and Stability (2002), theorems 9.4, 10.3 and 19.5")
  }

  private static func backwardError(_ a: DenseMatrix, _ x: [Double], _ b: [Double]) -> Double {
    let product = Buffer<Double>(count: b.count)
    a.multiply(buffer(x), into: product)
    let residual = zip(b, product.values).map { $0 - $1 }
    return largest(residual) / (a.rowSumNorm * largest(x) + largest(b))
  }

  /// NaN when a number is.
  private static func largest(_ x: [Double]) -> Double {
    x.reduce(0) { $0.isNaN || $1.isNaN ? .nan : max($0, abs($1)) }
  }
}
