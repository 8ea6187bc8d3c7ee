import Experiment
import Foundation
import Randomness
import Statistics

/// The change over seeds and test cases at once, where both sides keep the values of single samples.
struct CaseTables {
  let ours: [SampleSeries]
  let theirs: [SampleSeries]

  /// nil unless every cell has the series; cells of both sides are in the order of the paired seeds.
  init?(_ quantity: Quantity, ours: [CellResult], theirs: [CellResult]) {
    self.ours = ours.compactMap { SampleSeries($0, quantity) }
    self.theirs = theirs.compactMap { SampleSeries($0, quantity) }
    guard self.ours.count == ours.count, self.theirs.count == theirs.count, ours.count > 1 else {
      return nil
    }
  }

  /// The change with its 95 % interval (`HierarchicalEffect.interval`), as it is shown; nil with fewer
  /// than two cases that every cell has.
  func change(on scale: ChangeScale) -> Interval? {
    let means = (ours: ours.map(\.caseMeans), theirs: theirs.map(\.caseMeans))
    let common = (means.ours + means.theirs).dropFirst().reduce(Set((means.ours[0]).keys)) {
      $0.intersection($1.keys)
    }.sorted()
    guard common.count > 1 else { return nil }
    func table(_ rows: [[Int: Double]]) -> CrossedTable? {
      CrossedTable(rows.map { row in common.compactMap { row[$0] } })
    }
    guard let mine = table(means.ours), let their = table(means.theirs) else { return nil }
    // The reported interval comes from mean squares; no resample is needed for it.
    let bootstrap = HierarchicalBootstrap(
      resamples: 1, random: RandomStream(seed: 0).stream("comparison/cases"))
    let effect = bootstrap.effect(
      scale == .ratio ? .logRatio : .difference, ours: mine, theirs: their)
    return effect.map { effect in
      scale == .difference
        ? Interval(effect.interval)
        : Interval(ratioOf: effect.interval)
    }
  }
}
