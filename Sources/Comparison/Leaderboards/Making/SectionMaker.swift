import Experiment

/// Makes the section of one suite from one baseline.
struct SectionMaker {
  let suite: SuiteDescription
  let baseline: Baseline

  /// The section, or nil when the baseline has no cell of the suite.
  func section() -> Leaderboard.Section? {
    let summaries = Summaries.make(frame: baseline.frame, profile: baseline.profile)
      .filter { $0.suite == suite.id }
    guard !summaries.isEmpty else { return nil }
    var ranks = MeanRanks.make(of: summaries, suite: suite)
    let statistics = SectionStatistics(
      summaries, models: ranks.map(\.model), metrics: suite.metrics)
    let intervals = statistics.rankIntervals
    for place in ranks.indices { ranks[place].rankInterval = intervals[ranks[place].model] }
    return Leaderboard.Section(
      suite: suite, profile: baseline.profile, baseline: baseline.id, summaries: summaries,
      meanRanks: ranks, normalisation: statistics.scale.normalisation,
      aggregates: statistics.aggregates, improvements: statistics.improvements,
      criticalGroups: statistics.criticalGroups, stability: stability(of: summaries),
      missing: missing(in: summaries), provenance: provenance)
  }

  private func stability(of summaries: [TaskSummary]) -> WinnerStability {
    let tasks = suite.tasks.map(\.id).filter { task in summaries.contains { $0.task == task } }
    func winners(without task: String?) -> [String] {
      MeanRanks.winners(
        of: MeanRanks.make(of: summaries.filter { $0.task != task }, suite: suite))
    }
    return WinnerStability(
      winners: winners(without: nil),
      omissions: tasks.count < 2
        ? [] : tasks.map { WinnerStability.Omission(task: $0, winners: winners(without: $0)) })
  }

  /// Models that a task of the section lacks, or has without values at some seeds; one entry for each
  /// task and model, from the headline quantity where that is missing and otherwise from the next.
  private func missing(in summaries: [TaskSummary]) -> [MissingEntry] {
    let table = CellIndex(baseline.frame, profile: baseline.profile)
    var seen: Set<[String]> = []
    return summaries.flatMap { summary -> [MissingEntry] in
      let models = suite.models.map(\.id) + summary.standings.map(\.model)
      return models.compactMap { model in
        guard !seen.contains([summary.task, model]),
          let entry = entry(summary, model: model, table: table)
        else { return nil }
        seen.insert([summary.task, model])
        return entry
      }
    }
  }

  private func entry(_ summary: TaskSummary, model: String, table: CellIndex) -> MissingEntry? {
    let series = SeedSeries(
      suite: suite.id, task: summary.task, model: model, quantity: summary.quantity, table: table)
    guard !series.seeds.isEmpty else {
      return MissingEntry(task: summary.task, model: model, seeds: [], reason: "not run")
    }
    let lost = zip(series.seeds, series.values).filter { $1.number == nil }
    guard let reason = lost.first?.1.reason else { return nil }
    return MissingEntry(task: summary.task, model: model, seeds: lost.map(\.0), reason: reason)
  }

  private var provenance: SectionProvenance {
    let cells = baseline.frame.cells.filter {
      $0.identity.suite == suite.id && $0.identity.profile == baseline.profile
    }.sorted { $0.identity < $1.identity }
    let used = Set(cells.map(\.run))
    var facts: [String: String] = [:]
    for run in baseline.frame.runs where used.contains(run.id) {
      facts.merge(run.environment.facts) { $0 == $1 ? $0 : "\($0) | \($1)" }
    }
    return SectionProvenance(
      environment: facts,
      cells: cells.map {
        SectionProvenance.Cell(
          task: $0.identity.task, model: $0.identity.model, seed: $0.identity.seed, key: $0.key)
      })
  }
}
