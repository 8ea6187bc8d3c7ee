import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
  /// P(Z ≤ z) = erfc(−z / √2) / 2.
  public static func cumulative(_ z: Double) -> Double {
    erfc(-z / 2.0.squareRoot()) / 2
  }

  /// The z with P(Z ≤ z) = `probability`; ±∞ at 0 and 1.
  ///
  /// Start from equation 26.2.23 of Abramowitz & Stegun (error below 4.5e-4), then three steps of
  /// Halley on the tail, which reach double precision.
  public static func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "\(probability) is not a probability")
    guard probability > 0 else { return -.infinity }
    guard probability < 1 else { return .infinity }
    return probability < 0.5
      ? -upperQuantile(tail: probability) : upperQuantile(tail: 1 - probability)
  }

  private static func upperQuantile(tail: Double) -> Double {
    let t = (-2 * log(tail)).squareRoot()
    var z =
      t - (2.515517 + t * (0.802853 + t * 0.010328))
      / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    for _ in 0..<3 {
      let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      let newton = (cumulative(-z) - tail) / density
      z += newton / (1 - newton * z / 2)
    }
    return z
  }
}
