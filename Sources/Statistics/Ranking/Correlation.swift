import Foundation

/// Correlations of ranks: how far two lists order the same things alike.
public enum Correlation {
  /// The most pairs for which Kendall's exact null distribution is used, without ties.
  public static let mostExactPairs = 60

  /// Spearman's ρ: the correlation of the mean ranks (Spearman 1904), with p from
  /// t = ρ √((n − 2) / (1 − ρ²)) with n − 2 degrees of freedom, as SciPy has it. nil below three pairs,
  /// and when one side is constant.
  public static func spearman(_ first: [Double], _ second: [Double]) -> TestResult? {
    precondition(first.count == second.count, "\(first.count) cannot pair \(second.count) numbers")
    guard first.count > 2 else { return nil }
    let (a, b) = (Ranks.mean(of: first), Ranks.mean(of: second))
    let centre = Double(first.count + 1) / 2
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + ($1.0 - centre) * ($1.1 - centre) }
    }
    let scale = (product(a, a) * product(b, b)).squareRoot()
    guard scale > 0 else { return nil }
    let rho = product(a, b) / scale
    let freedom = Double(first.count - 2)
    let t = rho * (freedom / max(0, 1 - rho * rho)).squareRoot()
    let student = StudentDistribution(degreesOfFreedom: freedom)
    return TestResult(
      statistic: rho, pValue: rho == 0 ? 1 : student.twoSidedTail(t), count: first.count,
      method: .asymptotic)
  }

  /// Kendall's τ-b: concordant less discordant pairs over the root of the untied pairs of either side
  /// (Kendall 1945). Exact without ties up to 60 pairs (Kendall 1970), otherwise normal with the variance
  /// corrected for ties. nil below two pairs, and when one side is constant.
  public static func kendall(_ first: [Double], _ second: [Double]) -> TestResult? {
    precondition(first.count == second.count, "\(first.count) cannot pair \(second.count) numbers")
    let n = first.count
    var difference = 0
    for left in first.indices {
      for right in 0..<left {
        difference += sign(first[left], first[right]) * sign(second[left], second[right])
      }
    }
    let (ties, otherTies) = (tieSizes(first), tieSizes(second))
    let pairs = Double(n * (n - 1) / 2)
    func untied(_ sizes: [Double]) -> Double { pairs - sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
    let scale = (untied(ties) * untied(otherTies)).squareRoot()
    guard scale > 0 else { return nil }
    let isExact = n <= mostExactPairs && ties.isEmpty && otherTies.isEmpty
    let p =
      isExact
      ? exactTail(count: n, difference: abs(difference))
      : normalTail(count: n, difference: Double(difference), ties, otherTies)
    return TestResult(
      statistic: Double(difference) / scale, pValue: p, count: n,
      method: isExact ? .exact : .asymptotic)
  }

  private static func sign(_ left: Double, _ right: Double) -> Int {
    left > right ? 1 : left < right ? -1 : 0
  }

  private static func tieSizes(_ values: [Double]) -> [Double] {
    Dictionary(grouping: values) { $0 }.values.map { Double($0.count) }.filter { $0 > 1 }.sorted()
  }

  /// P(|C − D| ≥ difference) over all orders: the shares of orders with each number of inversions,
  /// item by item.
  private static func exactTail(count: Int, difference: Int) -> Double {
    let most = count * (count - 1) / 2
    var shares = [Double](repeating: 0, count: most + 1)
    shares[0] = 1
    var reached = 0
    for item in 1..<max(count, 2) {
      reached += item
      // A new item adds 0 … item inversions, each with the same probability.
      var running = 0.0
      let before = shares
      for inversions in 0...min(reached, most) {
        running += before[inversions]
        if inversions > item { running -= before[inversions - item - 1] }
        shares[inversions] = running / Double(item + 1)
      }
    }
    // C − D = most − 2 inversions.
    let fewest = (most - difference) / 2
    return min(1, 2 * shares[0...fewest].reduce(0, +))
  }

  /// The variance of C − D with ties (Kendall 1970, equation 4.3).
  private static func normalTail(
    count: Int, difference: Double, _ ties: [Double], _ otherTies: [Double]
  ) -> Double {
    let n = Double(count)
    func sum(_ sizes: [Double], _ term: (Double) -> Double) -> Double {
      sizes.reduce(0) { $0 + term($1) }
    }
    let cubic = { (t: Double) in t * (t - 1) * (2 * t + 5) }
    let pairs = { (t: Double) in t * (t - 1) }
    let triples = { (t: Double) in t * (t - 1) * (t - 2) }
    let variance =
      (cubic(n) - sum(ties, cubic) - sum(otherTies, cubic)) / 18
      + sum(ties, pairs) * sum(otherTies, pairs) / (2 * n * (n - 1))
      + (n > 2 ? sum(ties, triples) * sum(otherTies, triples) / (9 * n * (n - 1) * (n - 2)) : 0)
    guard variance > 0 else { return 1 }
    return min(1, 2 * NormalDistribution.cumulative(-abs(difference) / variance.squareRoot()))
  }
}
