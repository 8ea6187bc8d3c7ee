import Foundation

/// The χ² distribution with `degreesOfFreedom` ν.
public struct ChiSquaredDistribution: Sendable, Equatable {
  /// ν, positive.
  public let degreesOfFreedom: Double

  /// A distribution.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "\(degreesOfFreedom) degrees of freedom do not exist")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(X ≥ x) = Q(ν / 2, x / 2), the upper incomplete gamma function (NIST DLMF 8.2.4): by its
  /// series below ν / 2 + 1, by Legendre's continued fraction above (DLMF 8.7.1, 8.9.2).
  public func upperTail(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    guard x.isFinite else { return 0 }
    let (a, z) = (degreesOfFreedom / 2, x / 2)
    let factor = exp(a * log(z) - z - lgamma(a))
    return z < a + 1 ? 1 - factor * series(a, z) : factor * fraction(a, z)
  }

  /// Σ zⁿ / (a (a + 1) … (a + n)).
  private func series(_ a: Double, _ z: Double) -> Double {
    var (term, sum) = (1 / a, 1 / a)
    for step in 1...Self.mostSteps where term > sum * 1e-17 {
      term *= z / (a + Double(step))
      sum += term
    }
    return sum
  }

  private func fraction(_ a: Double, _ z: Double) -> Double {
    var b = z + 1 - a
    var (c, d) = (Double.infinity, 1 / b)
    var fraction = d
    for step in 1...Self.mostSteps {
      let n = Double(step)
      let numerator = n * (a - n)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      fraction *= c * d
      if abs(c * d - 1) < 1e-16 { break }
    }
    return fraction
  }

  /// The series needs about √ν steps; this suffices for a million degrees of freedom.
  private static let mostSteps = 10_000
}
