import Experiment
import Statistics

/// The ranks that the models of a task may have: a model is at best one place behind all that are
/// better than it for sure, and at worst ahead of those that are worse for sure (Mogstad, Romano,
/// Shaikh & Wilhelm 2024, "Inference for ranks"). Sure is a moderated paired t test over common seeds
/// with p < 0.05 after Holm's correction over all pairs of the task, so that all ranges of a task hold
/// together with 95 %.
struct RankRanges {
  /// By model; only complete ones have a range.
  let ranges: [String: RankRange]

  init(_ entries: [SeedSeries], by definition: MetricDefinition) {
    let complete = entries.filter(\.isComplete)
    let pairs = complete.indices.flatMap { first in
      (first + 1..<max(complete.count, first + 1)).map { (first, $0) }
    }
    let changes = pairs.map { first, second -> SeedChange? in
      let (ours, theirs) = complete[first].paired(with: complete[second])
      guard ours.count > 1 else { return nil }
      return SeedChange(
        scale: .fitting(definition, values: ours + theirs), paired: ours, theirs)
    }
    guard changes.contains(where: { $0 != nil }) else {
      ranges = [:]
      return
    }
    var moderated = ModeratedChange.moderated(changes.compactMap { $0 }).makeIterator()
    let pValues = changes.map { $0 == nil ? nil : moderated.next()?.pValue }
    let corrected = Judge.corrected(pValues, by: .holm)
    var better = [Int](repeating: 0, count: complete.count)
    var worse = better
    for ((pair, change), pValue) in zip(zip(pairs, changes), corrected) {
      guard let change, let pValue, pValue < Judge.level else { continue }
      let firstIsBetter = (change.estimate < 0) == (definition.direction == .lower)
      better[firstIsBetter ? pair.1 : pair.0] += 1
      worse[firstIsBetter ? pair.0 : pair.1] += 1
    }
    ranges = Dictionary(
      complete.indices.map { index in
        let range = RankRange(
          best: better[index] + 1, worst: complete.count - worse[index])
        return (complete[index].model, range)
      }, uniquingKeysWith: { first, _ in first })
  }
}
