import Foundation

/// The noise of PDE-Refiner's passes k = 0 ... K: that of denoising diffusion (Ho, Jain & Abbeel 2020)
/// whose variances are β[k] = σ_min^(k / K) (Lippe et al. 2023, section 3 and appendix).
///
///     a[k]² = Π over j = k ... K of (1 - β[j]),    n[k]² = 1 - a[k]²
///
/// so that a[0] = 0: the first pass sees nothing of what it predicts.
public struct RefinementSchedule: Sendable, Equatable {
  /// How the next pass's input follows from an estimate of y and the last input:
  /// estimate · y + input · x + noise · ε.
  public struct Renewal: Sendable, Equatable {
    /// The factor of the estimate.
    public let estimate: Double
    /// The factor of the last input.
    public let input: Double
    /// The factor of new noise.
    public let noise: Double
  }

  /// β[k] of each pass.
  public let variances: [Double]
  /// a[k], how much of y a pass sees.
  public let signals: [Double]
  /// n[k], the deviation of its noise.
  public let noises: [Double]

  /// A first pass and `refinements` more, the last with the variance `minimumNoise`.
  public init(refinements: Int, minimumNoise: Double) {
    precondition(refinements >= 0 && minimumNoise > 0, "no schedule of \(refinements) refinements")
    variances = (0...refinements).map { (k: Int) -> Double in
      guard k > 0 else { return 1 }
      return pow(minimumNoise, Double(k) / Double(refinements))
    }
    var kept = 1.0
    var squares: [Double] = []
    for variance in variances.reversed() {
      kept *= 1 - variance
      squares.append(kept)
    }
    signals = squares.reversed().map { $0.squareRoot() }
    noises = squares.reversed().map { (1 - $0).squareRoot() }
  }

  /// From pass `k` to the next: the posterior of diffusion (Ho et al., equation 7).
  public func renewal(after k: Int) -> Renewal {
    let (now, next) = (noises[k] * noises[k], noises[k + 1] * noises[k + 1])
    return Renewal(
      estimate: signals[k + 1] * variances[k] / now,
      input: (1 - variances[k]).squareRoot() * next / now,
      noise: (variances[k] * next / now).squareRoot())
  }
}
