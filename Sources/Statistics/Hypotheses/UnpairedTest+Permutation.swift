import Randomness

extension UnpairedTest {
  /// The most splits of which all are counted.
  public static let mostExactSplits = 100_000

  /// The permutation test of the difference of means (Fisher 1935; Pitman 1937): the share of ways to
  /// split all values into sides of the same sizes whose means are at least as far apart. All splits
  /// up to 100 000; beyond, `draws` random ones with p = (extreme + 1) / (draws + 1) (Phipson & Smyth
  /// 2010). nil without values on a side.
  public static func permutation(
    _ ours: [Double], _ theirs: [Double], draws: Int = 9_999, random: RandomStream
  ) -> TestResult? {
    guard !ours.isEmpty, !theirs.isEmpty else { return nil }
    let all = ours + theirs
    let (n, m) = (Double(ours.count), Double(theirs.count))
    // The means are as far apart as the sum of ours is from its expectation.
    let centre = all.reduce(0, +) * n / (n + m)
    let own = abs(ours.reduce(0, +) - centre)
    let rounding = all.reduce(0) { $0 + abs($1) } * Double.ulpOfOne * (n + m)
    let statistic = Observations(ours).mean - Observations(theirs).mean
    let isExtreme = { (sum: Double) in abs(sum - centre) >= own - rounding }
    if let splits = splits(of: all.count, choosing: ours.count) {
      let extreme = extremeSplits(all, choosing: ours.count, isExtreme)
      return TestResult(
        statistic: statistic, pValue: Double(extreme) / Double(splits), count: all.count,
        method: .exact)
    }
    var random = random
    var values = all
    let extreme = (0..<draws).count { _ in
      isExtreme(shuffledSum(&values, choosing: ours.count, &random))
    }
    return TestResult(
      statistic: statistic, pValue: Double(extreme + 1) / Double(draws + 1), count: all.count,
      method: .sampled)
  }

  /// The number of splits, nil when there are too many.
  private static func splits(of count: Int, choosing chosen: Int) -> Int? {
    var splits = 1
    for step in 0..<min(chosen, count - chosen) {
      splits = splits * (count - step) / (step + 1)
      if splits > mostExactSplits { return nil }
    }
    return splits
  }

  private static func extremeSplits(
    _ values: [Double], choosing chosen: Int, _ isExtreme: (Double) -> Bool
  ) -> Int {
    func count(from start: Int, left: Int, sum: Double) -> Int {
      if left == 0 { return isExtreme(sum) ? 1 : 0 }
      return (start...(values.count - left)).reduce(0) {
        $0 + count(from: $1 + 1, left: left - 1, sum: sum + values[$1])
      }
    }
    return count(from: 0, left: chosen, sum: 0)
  }

  /// The sum of the first values after a partial shuffle (Fisher & Yates).
  private static func shuffledSum(
    _ values: inout [Double], choosing chosen: Int, _ random: inout RandomStream
  ) -> Double {
    var sum = 0.0
    for place in 0..<chosen {
      values.swapAt(place, place + random.index(below: values.count - place))
      sum += values[place]
    }
    return sum
  }
}
