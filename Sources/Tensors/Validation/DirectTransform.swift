import Foundation

/// The discrete Fourier transform by its definition, in Double: the oracle of the fast ones.
public enum DirectTransform {
  /// X[k] = Σ_j x[j] exp(∓2πi jk/n) of the pairs `x`.
  public static func transform(_ x: [Double], backward: Bool = false) -> [Double] {
    let n = x.count / 2
    // The angle's numerator is reduced in integers, so the oracle stays exact for long lines.
    let roots = (0..<n).map { k in
      let angle = 2 * Double.pi * Double(2 * k > n ? k - n : k) / Double(n)
      return (cos(angle), backward ? sin(angle) : -sin(angle))
    }
    var result = [Double](repeating: 0, count: 2 * n)
    for k in 0..<n {
      var (re, im) = (0.0, 0.0)
      for j in 0..<n {
        let (c, d) = roots[j * k % n]
        re += x[2 * j] * c - x[2 * j + 1] * d
        im += x[2 * j] * d + x[2 * j + 1] * c
      }
      result[2 * k] = re
      result[2 * k + 1] = im
    }
    return result
  }

  /// The transform of a row-major complex array along one axis.
  public static func transform(_ x: [Double], shape: [Int], axis: Int) -> [Double] {
    let inner = shape[(axis + 1)...].reduce(1, *)
    let n = shape[axis]
    var result = x
    for line in 0..<(x.count / 2 / n) {
      let start = (line / inner) * n * inner + line % inner
      let places = (0..<n).map { 2 * (start + $0 * inner) }
      let transformed = transform(places.flatMap { [x[$0], x[$0 + 1]] })
      for (index, place) in places.enumerated() {
        result[place] = transformed[2 * index]
        result[place + 1] = transformed[2 * index + 1]
      }
    }
    return result
  }

  /// Numbers in [−1, 1) that look random and are the same everywhere.
  public static func noise<S: Scalar>(_ count: Int, seed: UInt64, as type: S.Type = S.self) -> [S] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return S(Double(state >> 40) / Double(1 << 23) - 1)
    }
  }

  /// ‖a − b‖₂ / ‖b‖₂.
  public static func relativeError<S: Scalar>(_ a: [S], _ b: [Double]) -> Double {
    let difference = zip(a, b).reduce(0) { $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) }
    return (difference / b.reduce(0) { $0 + $1 * $1 }).squareRoot()
  }

  /// What a transform of n elements may be off by, relative in the 2-norm.
  ///
  /// Higham, Accuracy and Stability, theorem 24.2: log2(n) η with η below 7 rounding units u for the
  /// passes (u = ε/2); lengths with great primes take two transforms of at most 4n elements and three
  /// products. The typical error grows with the root of log n only.
  public static func bound<S: Scalar>(_ n: Int, as type: S.Type = S.self) -> Double {
    4 * Double(S.ulpOfOne) * (log2(Double(max(n, 2))) + 1)
  }
}
