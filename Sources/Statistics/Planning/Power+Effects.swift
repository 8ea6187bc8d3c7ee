extension Power {
  /// The number of values on each side at which Welch's or the pooled interval of two sides of equal
  /// spread reaches no farther than `gap` from its centre with probability `power`:
  /// t(1 − α/2, 2n − 2) + t(power, 2n − 2) ≤ gap · √(n / 2) / s. nil as for `pairs`.
  public static func perSide(
    deviation: Double, gap: Double, level: Double = 0.95, power: Double = 0.8
  ) -> Int? {
    guard gap > 0 else { return nil }
    guard deviation > 0 else { return 2 }
    func suffices(_ count: Int) -> Bool {
      detectable(perSide: count, deviation: deviation, level: level, power: power)
        .map { $0 <= gap } ?? false
    }
    guard suffices(mostPairs) else { return nil }
    var (tooFew, enough) = (1, mostPairs)
    while enough - tooFew > 1 {
      let middle = (tooFew + enough) / 2
      if suffices(middle) { enough = middle } else { tooFew = middle }
    }
    return enough
  }

  /// The smallest mean difference that a paired t test of so many pairs finds with probability
  /// `power`: (t(1 − α/2, n − 1) + t(power, n − 1)) s / √n (Cohen 1988, section 2.4); nil below two pairs.
  public static func detectable(
    pairs: Int, deviation: Double, level: Double = 0.95, power: Double = 0.8
  ) -> Double? {
    guard pairs > 1 else { return nil }
    let student = StudentDistribution(degreesOfFreedom: Double(pairs - 1))
    let reach = student.quantile((1 + level) / 2) + student.quantile(power)
    return reach * deviation / Double(pairs).squareRoot()
  }

  /// The smallest difference that a two-sample t test with so many values a side finds with
  /// probability `power`; nil below two values a side.
  public static func detectable(
    perSide: Int, deviation: Double, level: Double = 0.95, power: Double = 0.8
  ) -> Double? {
    guard perSide > 1 else { return nil }
    let student = StudentDistribution(degreesOfFreedom: Double(2 * perSide - 2))
    let reach = student.quantile((1 + level) / 2) + student.quantile(power)
    return reach * deviation * (2 / Double(perSide)).squareRoot()
  }
}
