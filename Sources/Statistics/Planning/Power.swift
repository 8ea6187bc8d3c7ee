/// How many replicates a question needs.
public enum Power {
  /// Beyond this many pairs an answer is of no use and nil is returned.
  public static let mostPairs = 100_000

  /// The smallest number of pairs whose Student interval reaches no farther than `gap` from its
  /// centre with probability `power`: t(1 − α/2, n − 1) + t(power, n − 1) ≤ gap · √n / s (the usual
  /// approximation of the non-central t, Cohen 1988, section 2.4). An estimate from the spread seen
  /// so far; nil when the gap is zero or more than 100 000 pairs would be needed.
  public static func pairs(
    deviation: Double, gap: Double, level: Double = 0.95, power: Double = 0.8
  ) -> Int? {
    guard gap > 0 else { return nil }
    guard deviation > 0 else { return 2 }
    func suffices(_ count: Int) -> Bool {
      let student = StudentDistribution(degreesOfFreedom: Double(count - 1))
      let needed = student.quantile((1 + level) / 2) + student.quantile(power)
      return needed * deviation <= gap * Double(count).squareRoot()
    }
    guard suffices(mostPairs) else { return nil }
    var (tooFew, enough) = (1, mostPairs)
    while enough - tooFew > 1 {
      let middle = (tooFew + enough) / 2
      if suffices(middle) { enough = middle } else { tooFew = middle }
    }
    return enough
  }
}
