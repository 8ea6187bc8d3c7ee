import Experiment

extension Leaderboard.Section {
  var markdown: String {
    """
    ## \(suite.title), \(profile.rawValue) profile

    \(profileNote)\(suite.reference)

    Baseline: `\(baseline)`.

    \(summaries.map(table).joined(separator: "\n"))
    ### Mean ranks

    Over \(summaries.count) \(summaries.count == 1 ? "table" : "tables") above; models that miss \
    none come first.

    \(rankTable)
    """
  }

  /// A quick result must not be taken for the benchmark's.
  private var profileNote: String {
    switch profile {
    case .quick:
      "**QUICK profile: reduced sizes for continuous integration, not the published protocol. These "
        + "numbers rank nothing but themselves.**\n\n"
    case .standard: "Standard profile: reduced sizes, not the published protocol.\n\n"
    case .paper: ""
    }
  }

  private func table(_ summary: TaskSummary) -> String {
    let task = suite.tasks.first { $0.id == summary.task }?.title ?? summary.task
    let metric = suite.metrics[summary.quantity.metric]?.title ?? summary.quantity.metric
    let rows = summary.standings.map { standing in
      [
        standing.rank > 0 ? String(standing.rank) : "-", title(of: standing.model),
        standing.interval.map { NumberText.interval($0) } ?? "missing", standing.seedsText,
        remark(on: standing),
      ]
    }
    return """
      ### \(task): \(metric), \(summary.quantity.evaluation), \(summary.quantity.split) \
      (\(summary.direction.rawValue) is better)

      \(MarkdownTable.text(
        columns: ["Rank", "Model", "Mean [95 % interval]", "Seeds", "Remark"], rows: rows))
      """
  }

  private var rankTable: String {
    MarkdownTable.text(
      columns: ["Model", "Mean rank", "Missing"],
      rows: meanRanks.map {
        [title(of: $0.model), NumberText.short($0.meanRank), String($0.missing)]
      })
  }

  private func title(of model: String) -> String {
    suite.models.first { $0.id == model }?.title ?? model
  }

  private func remark(on standing: Standing) -> String {
    if let reason = standing.seeds.compactMap(\.reason).first { return reason }
    if standing.rank == 1 { return "best" }
    return standing.isIndistinguishableFromBest ? "indistinguishable from the best" : ""
  }
}
