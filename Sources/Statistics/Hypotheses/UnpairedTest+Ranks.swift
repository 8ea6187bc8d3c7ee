import Foundation

extension UnpairedTest {
  /// The most values of both sides for which the exact distribution of the rank sum is used.
  public static let mostExactRanks = 50

  /// Mann & Whitney's test (1947): U counts the pairs in which ours is larger, ties half.
  ///
  /// Up to 50 values in all the null distribution is exact, also with ties (all splits of the mean
  /// ranks, counted by dynamic programming), and p is twice the smaller tail; beyond, normal with the
  /// variance corrected for ties and a continuity correction of 1/2, as SciPy has it. nil without
  /// values on a side.
  public static func mannWhitney(_ ours: [Double], _ theirs: [Double]) -> TestResult? {
    guard !ours.isEmpty, !theirs.isEmpty else { return nil }
    let ranks = Ranks.mean(of: ours + theirs)
    let (n, m) = (Double(ours.count), Double(theirs.count))
    let rankSum = ranks[..<ours.count].reduce(0, +)
    let statistic = rankSum - n * (n + 1) / 2
    let isExact = ranks.count <= mostExactRanks
    let tail =
      isExact
      ? exactTail(ranks: ranks, choosing: ours.count, sum: rankSum)
      : normalTail(ranks: ranks, excess: abs(statistic - n * m / 2), n, m)
    return TestResult(
      statistic: statistic, pValue: min(1, 2 * tail), count: ranks.count,
      method: isExact ? .exact : .asymptotic)
  }

  /// The smaller of P(sum ≤ `sum`) and P(sum ≥ `sum`) over all choices of so many ranks; twice a mean
  /// rank is whole and indexes a table of counts.
  private static func exactTail(ranks: [Double], choosing count: Int, sum: Double) -> Double {
    let doubled = ranks.map { Int(($0 * 2).rounded()) }
    let most = doubled.reduce(0, +)
    var ways = [[Double]](
      repeating: [Double](repeating: 0, count: most + 1), count: count + 1)
    ways[0][0] = 1
    for rank in doubled {
      for chosen in stride(from: count, through: 1, by: -1) {
        for total in rank...most { ways[chosen][total] += ways[chosen - 1][total - rank] }
      }
    }
    let (row, place) = (ways[count], Int((sum * 2).rounded()))
    return min(row[...place].reduce(0, +), row[place...].reduce(0, +)) / row.reduce(0, +)
  }

  private static func normalTail(ranks: [Double], excess: Double, _ n: Double, _ m: Double)
    -> Double
  {
    let centre = (n + m + 1) / 2
    let squares = ranks.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    let deviation = (n * m * squares / ((n + m) * (n + m - 1))).squareRoot()
    guard deviation > 0 else { return 1 }
    return NormalDistribution.cumulative(-(excess - 0.5) / deviation)
  }
}
