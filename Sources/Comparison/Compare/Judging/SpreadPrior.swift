import Foundation
import Statistics

/// What the spreads of many rows say about the spread of each: variances are drawn from a scaled
/// inverse χ² distribution, s₀² with d₀ degrees of freedom, whose two numbers are fitted by the
/// moments of the log variances (Smyth 2004, "Linear models and empirical Bayes methods", section 6.2).
struct SpreadPrior: Equatable {
  /// s₀².
  let variance: Double
  /// d₀; infinite when the rows' spreads differ no more than by chance.
  let degrees: Double

  /// Fewer spreads than this say nothing about how spreads differ.
  static let fewestRows = 4

  /// nil with fewer than four positive variances that have degrees of freedom.
  init?(fitting spreads: [(variance: Double, degrees: Double)]) {
    let usable = spreads.filter { $0.variance > 0 && $0.degrees > 0 }
    guard usable.count >= SpreadPrior.fewestRows else { return nil }
    let levels = usable.map {
      log($0.variance) - Polygamma.digamma($0.degrees / 2) + log($0.degrees / 2)
    }
    let chance = Observations(usable.map { Polygamma.trigamma($0.degrees / 2) }).mean
    let excess = Observations(levels).variance - chance
    let centre = Observations(levels).mean
    guard excess > 0 else {
      degrees = .infinity
      variance = exp(centre)
      return
    }
    let half = Polygamma.inverseTrigamma(excess)
    degrees = 2 * half
    variance = exp(centre + Polygamma.digamma(half) - log(half))
  }

  /// The posterior mean of a row's variance, (d₀ s₀² + d s²) / (d₀ + d), with d₀ + d degrees of
  /// freedom.
  func moderated(variance own: Double, degrees ownDegrees: Double)
    -> (variance: Double, degrees: Double)
  {
    guard degrees.isFinite else { return (variance, .infinity) }
    let total = degrees + ownDegrees
    return ((degrees * variance + ownDegrees * own) / total, total)
  }
}
