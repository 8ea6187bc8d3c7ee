import Foundation

/// The studentised range: the range of `count` standard normal numbers over an independent estimate
/// of their deviation (Tukey 1953; Lund & Lund, *Applied Statistics* 32, 1983).
public struct StudentizedRange: Sendable, Equatable {
  /// The number of normal numbers, at least 2.
  public let count: Int
  /// The degrees of freedom ν of the estimate; infinite when the deviation is known.
  public let degreesOfFreedom: Double

  /// A distribution.
  public init(count: Int, degreesOfFreedom: Double = .infinity) {
    precondition(count > 1, "a range needs two numbers")
    precondition(degreesOfFreedom > 0, "\(degreesOfFreedom) degrees of freedom do not exist")
    self.count = count
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(Q ≥ q) to about 1e-12.
  ///
  /// 1 − ∫ f(s) P(q s) ds, with P of the known deviation and f the density of √(χ²(ν) / ν); over
  /// u = ln s, where both ends of the integrand fall off and equal steps converge exponentially.
  public func upperTail(_ q: Double) -> Double {
    guard q > 0 else { return 1 }
    guard q.isFinite else { return 0 }
    guard degreesOfFreedom.isFinite else { return max(0, 1 - rangeCumulative(q)) }
    let nu = degreesOfFreedom
    let constant = nu / 2 * log(nu / 2) - lgamma(nu / 2) + log(2)
    // Below -40 / ν the density is under e⁻⁴⁰; the square root of 1 + 80 / ν bounds it above.
    let (lowest, highest) = (-40 / nu - 4 / nu.squareRoot(), log(1 + 80 / nu) / 2 + 0.3)
    let step = min(0.1, 0.25 / nu.squareRoot())
    var sum = 0.0
    for place in 0...Int((highest - lowest) / step) {
      let u = lowest + Double(place) * step
      let density = exp(constant + nu * u - nu / 2 * exp(2 * u))
      if density > 1e-18 { sum += density * (1 - rangeCumulative(q * exp(u))) }
    }
    return min(1, max(0, sum * step))
  }

  /// The q with P(Q ≥ q) = `tail`, to about 1e-10: a bracket found by doubling, narrowed by the
  /// method of false position (Illinois variant).
  public func upperQuantile(tail: Double) -> Double {
    precondition(tail > 0 && tail < 1, "no quantile at a tail of \(tail)")
    var (lower, atLower) = (0.0, 1 - tail)
    var (upper, atUpper) = (4.0, upperTail(4) - tail)
    while atUpper > 0 {
      (lower, atLower) = (upper, atUpper)
      upper *= 2
      atUpper = upperTail(upper) - tail
    }
    for _ in 0..<100 where upper - lower > 1e-11 * upper {
      let q = (lower * atUpper - upper * atLower) / (atUpper - atLower)
      let here = upperTail(q) - tail
      if here == 0 { return q }
      if here > 0 {
        (lower, atLower) = (q, here)
        atUpper /= 2
      } else {
        (upper, atUpper) = (q, here)
        atLower /= 2
      }
      if abs(here) < 1e-13 * tail { return q }
    }
    return (lower + upper) / 2
  }

  /// k ∫ φ(z) (Φ(z) − Φ(z − r))ᵏ⁻¹ dz, the distribution of the range of k standard normal numbers.
  private func rangeCumulative(_ range: Double) -> Double {
    let step = 0.25
    var sum = 0.0
    for place in -34...34 {
      let z = Double(place) * step
      let inside = NormalDistribution.cumulative(z) - NormalDistribution.cumulative(z - range)
      sum += exp(-z * z / 2) * pow(inside, Double(count - 1))
    }
    return Double(count) * sum * step / (2 * Double.pi).squareRoot()
  }
}
