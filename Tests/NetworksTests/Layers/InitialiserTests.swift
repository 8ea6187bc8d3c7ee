import Autodiff
import Networks
import Randomness
import Testing

@Suite struct InitialiserTests {
  private static let count = 40_000
  private static let fans = Fans(inputs: 300, outputs: 100)

  private func numbers(_ initialiser: Initialiser, _ shape: [Int] = [100, 400]) -> [Double] {
    var set = ParameterSet<Double>(random: RandomStream(seed: 3))
    return set.add("w", shape: shape, initialiser).value.values
  }

  /// The variance of each rule, and the largest possible size of a number.
  static let rules: [(Initialiser, variance: Double, bound: Double)] = [
    (.fanIn(300), 1.0 / 900, (1.0 / 300).squareRoot()),
    (.glorotUniform(fans), 2.0 / 400, (6.0 / 400).squareRoot()),
    (.glorotUniform(fans, gain: 3), 9 * 2.0 / 400, 3 * (6.0 / 400).squareRoot()),
    (.glorotNormal(fans), 2.0 / 400, .infinity),
    (.heUniform(fans), 2.0 / 300, (6.0 / 300).squareRoot()),
    (.heNormal(fans), 2.0 / 300, .infinity),
    (.leCunUniform(fans), 1.0 / 300, (3.0 / 300).squareRoot()),
    (.leCunNormal(fans), 1.0 / 300, .infinity),
    (.sirenFirst(fans), 0.01 / 3, 0.1),
    (.sirenHidden(fans), 2.0 / 300, (6.0 / 300).squareRoot()),
    (.normal(deviation: 0.5), 0.25, .infinity),
    // 1 - 4 φ(2) / (2 Φ(2) - 1)
    (.truncatedNormal(deviation: 0.5), 0.25 * 0.77374, 1),
  ]

  @Test(arguments: rules.indices) func meanVarianceAndBoundAreThoseOfTheRule(index: Int) {
    let (initialiser, variance, bound) = Self.rules[index]
    let values = numbers(initialiser)
    let mean = values.reduce(0, +) / Double(Self.count)
    let square = values.map { $0 * $0 }.reduce(0, +) / Double(Self.count)
    // six standard errors: sqrt(var / n) and, with a kurtosis of at most 3, var sqrt(2 / n)
    #expect(abs(mean) < 6 * (variance / Double(Self.count)).squareRoot(), "\(initialiser)")
    #expect(
      abs(square / variance - 1) < 6 * (2 / Double(Self.count)).squareRoot(), "\(initialiser)")
    #expect(values.allSatisfy { abs($0) <= bound }, "\(initialiser)")
    if bound.isFinite { #expect((values.map(abs).max() ?? 0) > 0.99 * bound, "\(initialiser)") }
  }

  @Test(arguments: [[6, 4], [4, 6], [5, 5], [4, 3, 2]])
  func orthogonalMatricesHaveOrthonormalRowsOrColumns(shape: [Int]) {
    let (rows, columns) = (shape[0], shape.dropFirst().reduce(1, *))
    let values = numbers(.orthogonal(gain: 2), shape)
    let matrix = (0..<rows).map { Array(values[$0 * columns..<($0 + 1) * columns]) }
    let vectors =
      rows <= columns ? matrix : (0..<columns).map { column in matrix.map { $0[column] } }
    for (i, a) in vectors.enumerated() {
      for (j, b) in vectors.enumerated() {
        let dot = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(dot - (i == j ? 4 : 0)) < 1e-14)
      }
    }
  }

  @Test func fansOfAKernelCountItsPoints() {
    #expect(Fans(shape: [8, 4, 3, 3]) == Fans(inputs: 36, outputs: 72))
    #expect(Fans(shape: [8, 4]) == Fans(inputs: 4, outputs: 8))
  }
}
