extension RankTable {
  /// Friedman's test that all methods are alike, χ² = 12 N / (k (k + 1)) · (Σ R² − k (k + 1)² / 4) over
  /// the mean ranks R of k methods on N tasks (Friedman 1937), divided by
  /// 1 − Σ (t³ − t) / (N k (k² − 1)) for groups of t ties; k − 1 degrees of freedom.
  ///
  /// nil when all methods tie on every task.
  public var friedman: TestResult? {
    guard let chiSquared else { return nil }
    let tail = ChiSquaredDistribution(degreesOfFreedom: Double(methods - 1)).upperTail(chiSquared)
    return TestResult(statistic: chiSquared, pValue: tail, count: tasks, method: .asymptotic)
  }

  /// The less conservative form F = (N − 1) χ² / (N (k − 1) − χ²) with k − 1 and (k − 1) (N − 1) degrees
  /// of freedom (Iman & Davenport 1980; Demšar 2006, section 3.2.2); infinite, with p = 0, when all
  /// tasks agree. nil below two tasks and when all methods tie on every task.
  public var imanDavenport: TestResult? {
    guard tasks > 1, let chiSquared else { return nil }
    let (n, k) = (Double(tasks), Double(methods))
    let most = n * (k - 1)
    // All tasks agree when χ² reaches its largest value, up to rounding.
    let agreement = chiSquared >= most * (1 - 1e-14)
    let statistic = agreement ? .infinity : (n - 1) * chiSquared / (most - chiSquared)
    let fisher = FisherDistribution(numerator: k - 1, denominator: (k - 1) * (n - 1))
    return TestResult(
      statistic: statistic, pValue: fisher.upperTail(statistic), count: tasks, method: .asymptotic)
  }

  private var chiSquared: Double? {
    let (n, k) = (Double(tasks), Double(methods))
    let centre = (k + 1) / 2
    let between = meanRanks.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    // Σ (rank − centre)² of one task without ties is k (k² − 1) / 12; ties lower it.
    let within = ranks.joined().reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / n
    guard within > 0 else { return nil }
    return n * (k - 1) * between / within
  }

  /// Nemenyi's critical difference of mean ranks, q √(k (k + 1) / (6 N)) with q the studentised range of
  /// k numbers at `level` over √2 (Nemenyi 1963; Demšar 2006, section 3.2.2).
  public func criticalDifference(level: Double = 0.95) -> Double {
    let range = StudentizedRange(count: methods).upperQuantile(tail: 1 - level)
    return range * rangeUnit
  }

  /// Nemenyi's p-value of each pair of methods, already corrected for all pairs.
  public var nemenyi: [[Double]] {
    let (means, range) = (meanRanks, StudentizedRange(count: methods))
    return means.map { ours in means.map { range.upperTail(abs(ours - $0) / rangeUnit) } }
  }

  /// √(k (k + 1) / (12 N)), the deviation of a mean rank.
  private var rangeUnit: Double {
    let k = Double(methods)
    return (k * (k + 1) / (12 * Double(tasks))).squareRoot()
  }
}
