/// The log-rank test that two groups survive alike (Mantel 1966; Peto & Peto 1972).
public enum LogRankTest {
  /// χ² = (Σ (d₁ − n₁ d / n))² / Σ n₁ n₂ d (n − d) / (n² (n − 1)) over the times of events, with one
  /// degree of freedom; nil when there is no event while both are at risk.
  public static func compare(_ ours: SurvivalTimes, _ theirs: SurvivalTimes) -> TestResult? {
    guard let all = SurvivalTimes(ours.times + theirs.times) else { return nil }
    var (excess, variance) = (0.0, 0.0)
    for (time, events, atRisk) in all.events {
      let oursAtRisk = Double(ours.times.count { $0.time >= time })
      let oursEvents = Double(ours.times.count { $0.time == time && $0.isEvent })
      let (n, d) = (Double(atRisk), Double(events))
      excess += oursEvents - oursAtRisk * d / n
      if n > 1 { variance += oursAtRisk * (n - oursAtRisk) * d * (n - d) / (n * n * (n - 1)) }
    }
    guard variance > 0 else { return nil }
    let statistic = excess * excess / variance
    return TestResult(
      statistic: statistic,
      pValue: ChiSquaredDistribution(degreesOfFreedom: 1).upperTail(statistic),
      count: all.times.count, method: .asymptotic)
  }
}
