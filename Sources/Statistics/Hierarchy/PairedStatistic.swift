import Foundation

/// A paired effect as a function of how often each seed and each case counts.
struct PairedStatistic {
  private let effect: HierarchicalBootstrap.Effect
  private let ours: CrossedTable
  private let theirs: CrossedTable
  private let difference: CrossedTable
  let estimate: Double

  init(_ effect: HierarchicalBootstrap.Effect, ours: CrossedTable, theirs: CrossedTable) {
    self.effect = effect
    self.ours = ours
    self.theirs = theirs
    difference = ours.combined(with: theirs, -)
    estimate = effect == .difference ? difference.mean : log(ours.mean) - log(theirs.mean)
  }

  var seeds: Int { ours.seeds }
  var cases: Int { ours.cases }

  /// Numbers whose mean varies as the effect does: the differences, or for a ratio
  /// x / x̄ − y / ȳ (the delta method).
  var linearised: CrossedTable {
    guard effect == .logRatio else { return difference }
    let (ourMean, theirMean) = (ours.mean, theirs.mean)
    return ours.combined(with: theirs) { $0 / ourMean - $1 / theirMean }
  }

  /// The effect when seed s counts `seedCounts[s]` times and case c `caseCounts[c]` times.
  func value(seedCounts: [Double], caseCounts: [Double]) -> Double {
    func sum(_ table: CrossedTable) -> Double {
      var total = 0.0
      for (row, times) in zip(table.rows, seedCounts) where times > 0 {
        var sum = 0.0
        for place in caseCounts.indices { sum += row[place] * caseCounts[place] }
        total += times * sum
      }
      return total
    }
    switch effect {
    case .difference:
      return sum(difference) / (seedCounts.reduce(0, +) * caseCounts.reduce(0, +))
    case .logRatio: return log(sum(ours) / sum(theirs))
    }
  }

  /// The influences of seeds and of cases, two strata.
  var influences: [[Double]] {
    let (allSeeds, allCases) = (
      [Double](repeating: 1, count: seeds), [Double](repeating: 1, count: cases)
    )
    func without(_ place: Int, _ counts: [Double]) -> [Double] {
      var counts = counts
      counts[place] = 0
      return counts
    }
    let bySeed = allSeeds.indices.map {
      value(seedCounts: without($0, allSeeds), caseCounts: allCases)
    }
    guard cases > 1 else { return [BootstrapDistribution.influences(leftOneOut: bySeed)] }
    let byCase = allCases.indices.map {
      value(seedCounts: allSeeds, caseCounts: without($0, allCases))
    }
    return [bySeed, byCase].map { BootstrapDistribution.influences(leftOneOut: $0) }
  }
}
