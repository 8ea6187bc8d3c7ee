/// Timings of one piece of work, repeated until their median is known well enough.
///
/// The interval is that of order statistics, which supposes nothing of how timings spread: of n timings in their
/// order, the k-th and the k-th from the end enclose the true median with the probability
/// 1 - 2 P(Bin(n, 1/2) < k). It decides when to end and is no result: looked at after every timing, it holds the
/// median somewhat less often than it says.
package struct RepeatedTiming: CustomStringConvertible {
  /// Why no more were taken.
  package enum End: String, Sendable {
    /// The interval was narrow enough.
    case narrow = "narrow enough"
    /// The time for it was used up.
    case time = "its time was used up"
    /// There were as many as are ever taken.
    case count = "the most that are taken"
  }

  /// When to end.
  package struct Rule: Sendable {
    /// Timings that are taken in any case, and at most.
    package var counts = 5...101
    /// Seconds after which none begins once there are enough.
    package var seconds = 0.25
    /// Half of the interval over the median that is narrow enough.
    package var halfWidth = 0.02
    /// The probability that the interval holds the median.
    package var confidence = 0.95

    package init() {}
  }

  /// Seconds, sorted.
  private var sorted: [Double] = []
  private var sum = 0.0
  private let rule: Rule

  /// No timings yet.
  package init(_ rule: Rule = Rule()) {
    self.rule = rule
  }

  /// How many there are.
  package var count: Int { sorted.count }

  /// The median; 0 without any.
  package var median: Double {
    if sorted.isEmpty { return 0 }
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }

  /// The interval of the median, in seconds; nil when even all timings hold it less probably.
  package var interval: ClosedRange<Double>? {
    // P(Bin(n, 1/2) < k), term by term; 2 to the minus 101 is far from the smallest number.
    var (rank, term, tail) = (0, 1.0, 0.0)
    for _ in 0..<count { term /= 2 }
    while rank < count / 2, 2 * (tail + term) <= 1 - rule.confidence {
      tail += term
      rank += 1
      term *= Double(count - rank + 1) / Double(rank)
    }
    return rank > 0 ? sorted[rank - 1]...sorted[count - rank] : nil
  }

  /// Half of the interval over the median; nil without an interval.
  package var halfWidth: Double? {
    guard let interval, median > 0 else { return nil }
    return (interval.upperBound - interval.lowerBound) / (2 * median)
  }

  /// Why no more are to be taken; nil while there are.
  package var end: End? {
    if count < rule.counts.lowerBound { return nil }
    if let halfWidth, halfWidth <= rule.halfWidth { return .narrow }
    if count >= rule.counts.upperBound { return .count }
    return sum >= rule.seconds ? .time : nil
  }

  /// Takes in a timing, in seconds.
  package mutating func add(_ seconds: Double) {
    sorted.insert(seconds, at: sorted.firstIndex { $0 > seconds } ?? sorted.endIndex)
    sum += seconds
  }

  /// How many there are, how well the median is known and why there are no more.
  package var description: String {
    let known =
      halfWidth.map { "95 % interval of the median ±\(($0 * 100).rounded(toPlaces: 1)) %" }
      ?? "too few for an interval of the median"
    return "\(count) timings, \(known), \(end?.rawValue ?? "to go on")"
  }
}
