import Foundation

extension PairedTest {
  /// The most pairs for which the exact null distribution of the rank sum is used.
  public static let mostExactRankPairs = 50

  /// Wilcoxon's signed-rank test (Wilcoxon 1945): differences of zero are dropped, equal sizes share
  /// their mean rank, the statistic is the smaller of the two rank sums.
  ///
  /// Up to 50 pairs the null distribution is exact also with ties (all sign patterns of the mean
  /// ranks, counted by dynamic programming); beyond, normal with the variance corrected for ties and
  /// no continuity correction. nil when every difference is zero.
  public static func signedRank(_ differences: [Double]) -> TestResult? {
    let nonZero = differences.filter { $0 != 0 }
    guard !nonZero.isEmpty else { return nil }
    let ranks = Ranks.mean(of: nonZero.map(abs))
    let total = ranks.reduce(0, +)
    let positive = zip(nonZero, ranks).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
    let statistic = min(positive, total - positive)
    let isExact = nonZero.count <= mostExactRankPairs
    let tail =
      isExact
      ? exactTail(ranks: ranks, upTo: statistic)
      : NormalDistribution.cumulative((statistic - total / 2) / deviation(of: ranks))
    return TestResult(
      statistic: statistic, pValue: min(1, 2 * tail), count: nonZero.count,
      method: isExact ? .exact : .asymptotic)
  }

  /// P(rank sum ≤ `statistic`) when each rank counts or not with probability 1/2. Mean ranks are
  /// multiples of 1/2, so twice the sum indexes a table of counts, exact in a Double below 2⁵³.
  private static func exactTail(ranks: [Double], upTo statistic: Double) -> Double {
    let doubled = ranks.map { Int(($0 * 2).rounded()) }
    let most = doubled.reduce(0, +)
    var ways = [Double](repeating: 0, count: most + 1)
    ways[0] = 1
    for rank in doubled {
      for sum in stride(from: most, through: rank, by: -1) { ways[sum] += ways[sum - rank] }
    }
    let last = Int((statistic * 2).rounded())
    return ways[0...last].reduce(0, +) / pow(2, Double(ranks.count))
  }

  /// The standard deviation of the rank sum, √(Σ rank² / 4), which holds with ties.
  private static func deviation(of ranks: [Double]) -> Double {
    (ranks.reduce(0) { $0 + $1 * $1 } / 4).squareRoot()
  }
}
