/// The F distribution: the ratio of two mean squares.
public struct FisherDistribution: Sendable, Equatable {
  /// The degrees of freedom of the numerator, positive.
  public let numerator: Double
  /// The degrees of freedom of the denominator, positive.
  public let denominator: Double

  /// A distribution.
  public init(numerator: Double, denominator: Double) {
    precondition(numerator > 0 && denominator > 0, "degrees of freedom are positive")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// P(F ≥ f) = Iₓ(ν₂ / 2, ν₁ / 2) with x = ν₂ / (ν₂ + ν₁ f) (NIST DLMF 8.17; Abramowitz & Stegun
  /// 26.6.2).
  public func upperTail(_ f: Double) -> Double {
    guard f > 0 else { return 1 }
    guard f.isFinite else { return 0 }
    let scale = denominator + numerator * f
    return IncompleteBeta.value(
      x: denominator / scale, y: numerator * f / scale, a: denominator / 2, b: numerator / 2)
  }
}
