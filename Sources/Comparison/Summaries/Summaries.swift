import Experiment
import Statistics

/// The standings of every task at one profile.
public enum Summaries {
  /// One summary for each suite, task and primary quantity that has cells, in the suites' order.
  ///
  /// - An estimate is the mean over seeds with its Student t 95 % interval; one seed gives a point.
  /// - Models with a value at every one of their seeds come first, by estimate; then models of which
  ///   a seed is missing, those with more values first: a mean over survivors never beats a complete
  ///   one. Models without any value come last with rank 0. Equal estimates share the smaller rank.
  /// - A complete model is indistinguishable from the best when the 95 % interval of the paired
  ///   change to it (log ratio, or difference for quantities that may be zero or negative) over
  ///   their common seeds contains no change. Fewer than two common seeds tell nothing apart. The
  ///   interval is not corrected for the number of models.
  public static func make(frame: ResultFrame, profile: Profile) -> [TaskSummary] {
    let table = CellIndex(frame, profile: profile)
    return frame.suites.flatMap { suite in
      suite.tasks.flatMap { task in
        task.primary.compactMap { quantity in
          summary(of: quantity, task: task.id, suite: suite, table: table)
        }
      }
    }
  }

  private static func summary(
    of quantity: Quantity, task: String, suite: SuiteDescription, table: CellIndex
  ) -> TaskSummary? {
    let definition = suite.definition(of: quantity)
    let entries = table.models(of: suite, task: task).map { model in
      SeedSeries(suite: suite.id, task: task, model: model, quantity: quantity, table: table)
    }
    guard !entries.isEmpty else { return nil }
    var standings = standings(of: entries, by: definition)
    let ranges = RankRanges(entries, by: definition).ranges
    for place in standings.indices {
      standings[place].rankInterval = ranges[standings[place].model]
    }
    return TaskSummary(
      suite: suite.id, task: task, profile: table.profile, quantity: quantity,
      direction: definition.direction, standings: standings,
      paretoFronts: ParetoMaker(table: table, suite: suite.id, task: task)
        .fronts(of: standings, direction: definition.direction))
  }

  static func standings(of entries: [SeedSeries], by definition: MetricDefinition)
    -> [Standing]
  {
    let keyed = entries.enumerated().map { place, entry in
      (key: SortKey(entry, place: place, direction: definition.direction), entry: entry)
    }.sorted { $0.key < $1.key }
    let best = keyed[0].entry
    return keyed.map { key, entry in
      let before = keyed.count { $0.key.ranksBefore(key) }
      return Standing(
        model: entry.model, interval: Interval.mean(of: entry.numbers, within: definition),
        seeds: entry.values,
        rank: entry.numbers.isEmpty ? 0 : before + 1,
        isIndistinguishableFromBest: isIndistinguishable(entry, from: best, by: definition))
    }
  }

  private static func isIndistinguishable(
    _ entry: SeedSeries, from best: SeedSeries, by definition: MetricDefinition
  ) -> Bool {
    guard entry.isComplete, best.isComplete else {
      return entry.model == best.model && !entry.numbers.isEmpty
    }
    guard entry.model != best.model else { return true }
    let (ours, theirs) = entry.paired(with: best)
    guard !ours.isEmpty else { return true }
    let change = SeedChange(
      scale: .fitting(definition, values: ours + theirs), paired: ours, theirs)
    return change.interval?.contains(0) ?? true
  }
}
