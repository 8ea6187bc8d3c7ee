import Foundation

/// The first two derivatives of ln Γ at positive numbers, to about 1e-14 relative (recurrence up to
/// 10, then the asymptotic series, Abramowitz & Stegun 6.3.18 and 6.4.12).
enum Polygamma {
  private static let asymptotic = 10.0

  static func digamma(_ x: Double) -> Double {
    var (x, sum) = (x, 0.0)
    while x < asymptotic {
      sum -= 1 / x
      x += 1
    }
    let y = 1 / (x * x)
    let series =
      y * (1.0 / 12 - y * (1.0 / 120 - y * (1.0 / 252 - y * (1.0 / 240 - y * (1.0 / 132)))))
    return sum + log(x) - 0.5 / x - series
  }

  static func trigamma(_ x: Double) -> Double {
    var (x, sum) = (x, 0.0)
    while x < asymptotic {
      sum += 1 / (x * x)
      x += 1
    }
    let y = 1 / (x * x)
    let series = y * (1.0 / 6 - y * (1.0 / 30 - y * (1.0 / 42 - y * (1.0 / 30 - y * (5.0 / 66)))))
    return sum + 1 / x + 0.5 * y + series / x
  }

  /// The x with trigamma(x) = `value`, by bisection in ln x: trigamma falls from ∞ to 0.
  static func inverseTrigamma(_ value: Double) -> Double {
    precondition(value > 0, "trigamma is positive, so it never equals \(value)")
    var (lower, upper) = (-40.0, 40.0)
    for _ in 0..<100 {
      let middle = (lower + upper) / 2
      if trigamma(exp(middle)) > value { lower = middle } else { upper = middle }
    }
    return exp((lower + upper) / 2)
  }
}
