import Foundation

/// What the variances of many rows have in common: a scaled inverse χ² prior with d₀ degrees of
/// freedom at s₀² (Smyth, *Linear models and empirical Bayes methods for assessing differential
/// expression*, 2004, section 6.2; as limma's `fitFDist`).
///
/// With three seeds a row, a row's own variance has two degrees of freedom and its t quantile is
/// 4.3; what a hundred rows share is worth many more.
public struct VariancePrior: Sendable, Equatable {
  /// d₀; infinite when the rows' variances differ by no more than chance.
  public let degreesOfFreedom: Double
  /// s₀², in the square of the unit of the rows.
  public let variance: Double

  /// A prior; no degrees of freedom shrink nothing.
  public init(degreesOfFreedom: Double, variance: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    self.variance = variance
  }

  /// No prior: each row keeps its own variance.
  public static let none = VariancePrior(degreesOfFreedom: 0, variance: 0)

  /// The prior of rows with these sample variances, by the moments of e = ln s² − ψ(d / 2) + ln(d / 2):
  /// ψ′(d₀ / 2) = var(e) − mean ψ′(d / 2), ln s₀² = mean(e) + ψ(d₀ / 2) − ln(d₀ / 2) (Smyth 2004,
  /// section 6.2).
  ///
  /// Rows without degrees of freedom or without any finite variance have no logarithm and are left out;
  /// below three usable rows there is no prior. The rows are one quantity in one unit, or log ratios.
  public init(variances: [Double], degreesOfFreedom: [Double]) {
    precondition(
      variances.count == degreesOfFreedom.count, "a variance has its degrees of freedom")
    let rows = zip(variances, degreesOfFreedom).filter { $0.0 > 0 && $0.0.isFinite && $0.1 > 0 }
    guard rows.count >= Self.fewestRows else {
      self = .none
      return
    }
    let e = Observations(
      rows.map { log($0.0) - PolyGamma.digamma($0.1 / 2) + log($0.1 / 2) })
    let chance = rows.reduce(0) { $0 + PolyGamma.trigamma($1.1 / 2) } / Double(rows.count)
    let excess = e.variance - chance
    if excess > 0 {
      let half = PolyGamma.trigammaInverse(excess)
      self.init(
        degreesOfFreedom: 2 * half, variance: exp(e.mean + PolyGamma.digamma(half) - log(half)))
    } else {
      self.init(degreesOfFreedom: .infinity, variance: exp(e.mean))
    }
  }

  /// Below this many rows a spread of variances cannot be told.
  public static let fewestRows = 3

  /// The moderated variance s̃² = (d₀ s₀² + d s²) / (d₀ + d) of a row (Smyth 2004, equation 3).
  public func moderated(_ variance: Double, degreesOfFreedom d: Double) -> Double {
    guard degreesOfFreedom.isFinite else { return self.variance }
    return (degreesOfFreedom * self.variance + d * variance) / (degreesOfFreedom + d)
  }
}
