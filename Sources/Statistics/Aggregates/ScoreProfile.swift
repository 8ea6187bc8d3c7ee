/// The score distribution of a method: for each threshold τ the share of runs × tasks with a score
/// above τ, with a point-wise band (Agarwal et al. 2021, section 4.2).
public struct ScoreProfile: Sendable, Equatable {
  /// The thresholds τ.
  public let thresholds: [Double]
  /// The share of scores above each threshold, with its band.
  public let shares: [ConfidenceInterval]
}

extension StratifiedBootstrap {
  /// The score distribution at `thresholds`, with percentile bands.
  public func profile(of scores: TaskScores, thresholds: [Double], level: Double = 0.95)
    -> ScoreProfile
  {
    let table = ScoreTable(scores, target: 1)
    let starts = thresholds.map { threshold in table.sorted.count { $0 <= threshold } }
    let total = scores.count
    var random = random
    var replicates = [[Double]](
      repeating: [Double](repeating: 0, count: resamples), count: thresholds.count)
    var atLeast = [Int](repeating: 0, count: total + 1)
    for resample in 0..<resamples {
      table.resample(&random)
      for rank in stride(from: total - 1, through: 0, by: -1) {
        atLeast[rank] = atLeast[rank + 1] + Int(table.counts[rank])
      }
      for (place, start) in starts.enumerated() {
        replicates[place][resample] = Double(atLeast[start]) / Double(total)
      }
    }
    let shares = starts.indices.map { place in
      BootstrapDistribution(
        estimate: Double(total - starts[place]) / Double(total), replicates: replicates[place],
        influences: [], count: total
      ).percentileInterval(level: level)
    }
    return ScoreProfile(thresholds: thresholds, shares: shares)
  }
}
