import Experiment
import Statistics

/// Makes the leaderboard from measured baselines alone, so that it is the same on every machine.
public enum LeaderboardMaker {
  /// A section for each baseline and suite, sorted by suite, profile (quick, standard, paper) and
  /// baseline; profiles are never put into one table.
  ///
  /// Values of `papers` that stand for whole evaluations are listed apart; they rank nothing.
  public static func make(
    _ baselines: [Baseline], papers: [PublishedBaseline] = []
  ) -> Leaderboard {
    let sections = baselines.flatMap { baseline in
      baseline.frame.suites.compactMap { section(of: $0, baseline: baseline) }
    }
    return Leaderboard(
      sections: sections.sorted {
        ($0.suite.id, place(of: $0.profile), $0.baseline)
          < ($1.suite.id, place(of: $1.profile), $1.baseline)
      },
      published: papers.sorted { $0.id < $1.id }.map { paper in
        let whole = paper.matches.filter { $0.position == 0 }.map(\.value)
        return Leaderboard.Published(
          baseline: paper.id, title: paper.title, reference: paper.reference,
          values: paper.values.filter(whole.contains))
      })
  }

  private static func section(of suite: SuiteDescription, baseline: Baseline)
    -> Leaderboard.Section?
  {
    let summaries = Summaries.make(frame: baseline.frame, profile: baseline.profile)
      .filter { $0.suite == suite.id }
    guard !summaries.isEmpty else { return nil }
    return Leaderboard.Section(
      suite: suite, profile: baseline.profile, baseline: baseline.id, summaries: summaries,
      meanRanks: meanRanks(of: summaries, suite: suite))
  }

  /// Mean ranks over the summaries in which a model has a value, ties sharing the mean of their
  /// ranks. Models that miss none come first: a model is not to gain from the tasks that it misses.
  static func meanRanks(of summaries: [TaskSummary], suite: SuiteDescription)
    -> [Leaderboard.ModelRank]
  {
    let tables = summaries.map(tiedRanks)
    let present = Set(summaries.flatMap { $0.standings.map(\.model) })
    let listed = suite.models.map(\.id).filter(present.contains)
    let models = listed + present.subtracting(listed).sorted()
    let ranks = models.compactMap { model -> Leaderboard.ModelRank? in
      let found = tables.compactMap { $0[model] }
      guard !found.isEmpty else { return nil }
      return Leaderboard.ModelRank(
        model: model, meanRank: Observations(found).mean, missing: tables.count - found.count)
    }
    return ranks.enumerated().sorted {
      ($0.element.missing, $0.element.meanRank, $0.offset)
        < ($1.element.missing, $1.element.meanRank, $1.offset)
    }.map(\.element)
  }

  private static func tiedRanks(of summary: TaskSummary) -> [String: Double] {
    let ranked = summary.standings.filter { $0.rank > 0 }
    let ranks = Ranks.mean(of: ranked.map { Double($0.rank) })
    return Dictionary(zip(ranked.map(\.model), ranks)) { first, _ in first }
  }

  private static func place(of profile: Profile) -> Int {
    Profile.allCases.firstIndex(of: profile) ?? Profile.allCases.count
  }
}
