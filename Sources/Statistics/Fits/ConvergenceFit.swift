import Foundation

/// The order p of an error C hᵖ that falls with a step size h.
public enum ConvergenceFit {
  /// The slope of ln e over ln h by least squares, its intercept ln C; nil below two different step
  /// sizes, and unless all sizes and errors are positive (an error of zero has no order).
  public static func line(stepSizes: [Double], errors: [Double]) -> LineFit? {
    guard (stepSizes + errors).allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    return LineFit(x: stepSizes.map { log($0) }, y: errors.map { log($0) })
  }

  /// The order between each pair of neighbouring step sizes, ln(e₁ / e₂) / ln(h₁ / h₂); nil where it
  /// is not defined.
  public static func pairwise(stepSizes: [Double], errors: [Double]) -> [Double?] {
    precondition(stepSizes.count == errors.count, "each step size has its error")
    return stepSizes.indices.dropLast().map { place in
      let (h, e) = (stepSizes[place...place + 1], errors[place...place + 1])
      guard (h + e).allSatisfy({ $0 > 0 && $0.isFinite }), h[place] != h[place + 1] else {
        return nil
      }
      return log(e[place] / e[place + 1]) / log(h[place] / h[place + 1])
    }
  }

  /// The observed order without a known solution, from three results on sizes h, r h and r² h with
  /// `ratio` r > 1: p = ln((f₃ − f₂) / (f₂ − f₁)) / ln r (Roache, *Verification and validation*, 1998,
  /// equation 5.10.6.1). nil unless the results approach their limit from one side ever more slowly.
  public static func richardsonOrder(
    fine: Double, medium: Double, coarse: Double, ratio: Double
  ) -> Double? {
    precondition(ratio > 1, "a grid is refined by a ratio above 1")
    let quotient = (coarse - medium) / (medium - fine)
    guard quotient > 0, quotient.isFinite else { return nil }
    return log(quotient) / log(ratio)
  }

  /// The limit at h = 0 for an error of order `order`: f₁ + (f₁ − f₂) / (rᵖ − 1) (Richardson 1911).
  public static func richardsonLimit(
    fine: Double, medium: Double, ratio: Double, order: Double
  ) -> Double {
    precondition(ratio > 1 && order > 0, "an order is positive and a ratio above 1")
    return fine + (fine - medium) / (pow(ratio, order) - 1)
  }
}
