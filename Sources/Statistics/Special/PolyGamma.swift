import Foundation

/// The first derivatives of ln Γ for positive arguments.
public enum PolyGamma {
  /// ψ(x) = (ln Γ)′(x): the recurrence ψ(x) = ψ(x + 1) − 1 / x up to x ≥ 10, then the asymptotic series
  /// (NIST DLMF 5.5.2 and 5.11.2).
  public static func digamma(_ x: Double) -> Double {
    var (x, shift) = (x, 0.0)
    while x < seriesStart {
      shift -= 1 / x
      x += 1
    }
    let t = 1 / (x * x)
    // Bernoulli numbers: B₂ₖ / 2k.
    let series =
      t * (1.0 / 12 - t * (1.0 / 120 - t * (1.0 / 252 - t * (1.0 / 240 - t * (1.0 / 132)))))
    return shift + log(x) - 0.5 / x - series + t * t * t * t * t * t * 691.0 / 32760
  }

  /// ψ′(x): the recurrence ψ′(x) = ψ′(x + 1) + 1 / x², then the series (NIST DLMF 5.15.5 and 5.15.8).
  public static func trigamma(_ x: Double) -> Double {
    var (x, shift) = (x, 0.0)
    while x < seriesStart {
      shift += 1 / (x * x)
      x += 1
    }
    let t = 1 / (x * x)
    let series =
      1.0 / 6 - t * (1.0 / 30 - t * (1.0 / 42 - t * (1.0 / 30 - t * (5.0 / 66 - t * 691 / 2730))))
    return shift + 1 / x + t / 2 + t / x * series
  }

  /// The x with ψ′(x) = `value` > 0, by Newton's method on 1 / ψ′, which is convex and nearly linear
  /// (Smyth 2004, appendix).
  public static func trigammaInverse(_ value: Double) -> Double {
    if value > 1e7 { return 1 / value.squareRoot() }
    if value < 1e-6 { return 1 / value }
    var x = 0.5 + 1 / value
    for _ in 0..<50 {
      let trigamma = trigamma(x)
      let step = trigamma * (1 - trigamma / value) / tetragamma(x)
      x += step
      if -step / x < 1e-14 { break }
    }
    return x
  }

  /// ψ″(x), from the series of ψ′ term by term.
  private static func tetragamma(_ x: Double) -> Double {
    var (x, shift) = (x, 0.0)
    while x < seriesStart {
      shift -= 2 / (x * x * x)
      x += 1
    }
    let t = 1 / (x * x)
    let series = 0.5 - t * (1.0 / 6 - t * (1.0 / 6 - t * (0.3 - t * 5 / 6)))
    return shift - t - t / x - t * t * series
  }

  /// From here on the series have full precision.
  private static let seriesStart = 12.0
}
