import Foundation

/// The regularised incomplete beta function Iₓ(a, b).
enum IncompleteBeta {
  /// Iₓ(a, b) for x in [0, 1], with `y` = 1 − x given by the caller who knows it without
  /// cancellation.
  ///
  /// Continued fraction of DiDonato & Morris (1992), equation 8.17.22 of the NIST DLMF, by the
  /// modified method of Lentz; it converges fast for x < (a + 1) / (a + b + 2), otherwise
  /// Iₓ(a, b) = 1 − I₁₋ₓ(b, a).
  static func value(x: Double, y: Double, a: Double, b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard y > 0 else { return 1 }
    return x < (a + 1) / (a + b + 2)
      ? expansion(x: x, y: y, a: a, b: b) : 1 - expansion(x: y, y: x, a: b, b: a)
  }

  /// ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b).
  static func logBeta(_ a: Double, _ b: Double) -> Double {
    lgamma(a) + lgamma(b) - lgamma(a + b)
  }

  private static func expansion(x: Double, y: Double, a: Double, b: Double) -> Double {
    let logarithm = a * log(x) + b * log(y) - logBeta(a, b)
    return exp(logarithm) / a * continuedFraction(x: x, a: a, b: b)
  }

  private static func continuedFraction(x: Double, a: Double, b: Double) -> Double {
    let tiny = 1e-300
    func away(_ number: Double) -> Double { abs(number) < tiny ? tiny : number }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var fraction = d
    for step in 1...maximumSteps {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      fraction *= c * d
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      fraction *= c * d
      if abs(c * d - 1) < 1e-16 { break }
    }
    return fraction
  }

  /// The fraction takes about √max(a, b) steps; this suffices for a million degrees of freedom.
  private static let maximumSteps = 5000
}
