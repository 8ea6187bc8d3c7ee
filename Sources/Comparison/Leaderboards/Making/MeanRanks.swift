import Experiment
import Statistics

/// Mean ranks of models over summaries.
enum MeanRanks {
  /// Mean ranks over the summaries in which a model has a value, ties sharing the mean of their
  /// ranks. Models that miss none come first: a model is not to gain from the tasks that it misses.
  static func make(of summaries: [TaskSummary], suite: SuiteDescription)
    -> [Leaderboard.ModelRank]
  {
    let tables = summaries.map(tiedRanks)
    let shares = summaries.map(beatenShares)
    let present = Set(summaries.flatMap { $0.standings.map(\.model) })
    let listed = suite.models.map(\.id).filter(present.contains)
    let models = listed + present.subtracting(listed).sorted()
    let ranks = models.compactMap { model -> Leaderboard.ModelRank? in
      let found = tables.compactMap { $0[model] }
      guard !found.isEmpty else { return nil }
      return Leaderboard.ModelRank(
        model: model, meanRank: Observations(found).mean, missing: tables.count - found.count,
        winRate: models.count > 1 ? Observations(shares.map { $0[model] ?? 0 }).mean : nil,
        wins: summaries.count { isFirst(model, in: $0) })
    }
    return ranks.enumerated().sorted {
      ($0.element.missing, $0.element.meanRank, $0.offset)
        < ($1.element.missing, $1.element.meanRank, $1.offset)
    }.map(\.element)
  }

  /// The models that share the best place; empty when nobody has a rank.
  static func winners(of ranks: [Leaderboard.ModelRank]) -> [String] {
    guard let first = ranks.first else { return [] }
    return ranks.prefix { ($0.missing, $0.meanRank) == (first.missing, first.meanRank) }
      .map(\.model)
  }

  static func tiedRanks(of summary: TaskSummary) -> [String: Double] {
    let ranked = summary.standings.filter { $0.rank > 0 }
    let ranks = Ranks.mean(of: ranked.map { Double($0.rank) })
    return Dictionary(zip(ranked.map(\.model), ranks)) { first, _ in first }
  }

  /// The share of the other models of the summary that each model with a value beats: those without
  /// a value are beaten by all that have one.
  private static func beatenShares(of summary: TaskSummary) -> [String: Double] {
    let others = Double(summary.standings.count - 1)
    guard others > 0 else { return [:] }
    return tiedRanks(of: summary).mapValues { (others + 1 - $0) / others }
  }

  private static func isFirst(_ model: String, in summary: TaskSummary) -> Bool {
    summary.standings.contains { $0.model == model && $0.rank == 1 }
  }
}
