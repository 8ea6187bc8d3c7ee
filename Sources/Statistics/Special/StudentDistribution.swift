import Foundation

/// Student's t distribution with `degreesOfFreedom` ν.
public struct StudentDistribution: Sendable, Equatable {
  /// ν, positive.
  public let degreesOfFreedom: Double

  /// A distribution.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "\(degreesOfFreedom) degrees of freedom do not exist")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(T ≤ t).
  public func cumulative(_ t: Double) -> Double {
    t < 0 ? upperTail(-t) : 1 - upperTail(t)
  }

  /// P(|T| ≥ |t|) = Iₓ(ν / 2, 1 / 2) with x = ν / (ν + t²) (NIST DLMF 8.17; Abramowitz & Stegun
  /// 26.7.1); 0 for an infinite t.
  public func twoSidedTail(_ t: Double) -> Double {
    guard t.isFinite else { return 0 }
    let nu = degreesOfFreedom
    let scale = nu + t * t
    return IncompleteBeta.value(x: nu / scale, y: t * t / scale, a: nu / 2, b: 0.5)
  }

  /// The t with P(T ≤ t) = `probability`, to about 1e-13 relative.
  ///
  /// The tail falls monotonically in t, so a bracket is found by doubling and narrowed by steps of
  /// Newton, halved where one leaves the bracket.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "no quantile at \(probability)")
    if probability == 0.5 { return 0 }
    return probability < 0.5
      ? -upperQuantile(tail: probability) : upperQuantile(tail: 1 - probability)
  }

  private func upperTail(_ t: Double) -> Double { twoSidedTail(t) / 2 }

  private func density(_ t: Double) -> Double {
    let nu = degreesOfFreedom
    let logarithm =
      -(nu + 1) / 2 * log1p(t * t / nu) - log(nu) / 2 - IncompleteBeta.logBeta(nu / 2, 0.5)
    return exp(logarithm)
  }

  private func upperQuantile(tail: Double) -> Double {
    var (lower, upper) = (0.0, 1.0)
    while upperTail(upper) > tail { (lower, upper) = (upper, upper * 2) }
    var t = (lower + upper) / 2
    for _ in 0..<200 {
      let excess = upperTail(t) - tail
      if excess > 0 { lower = t } else { upper = t }
      let newton = t + excess / density(t)
      let next = newton > lower && newton < upper ? newton : (lower + upper) / 2
      if abs(next - t) <= t * 1e-15 { return next }
      t = next
    }
    return t
  }
}
