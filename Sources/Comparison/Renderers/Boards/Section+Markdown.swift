import Experiment

extension Leaderboard.Section {
  var markdown: String {
    """
    ## \(MarkdownTable.sentence(suite.title)), \(profile.rawValue) profile

    \(profileNote)\(MarkdownTable.sentence(suite.reference))

    Baseline: `\(baseline)`.

    \(summaries.map(table).joined(separator: "\n"))
    ### Mean ranks

    Over \(summaries.count) \(summaries.count == 1 ? "table" : "tables") above; models that miss \
    none come first. The interval is over seeds, by the bootstrap, the tasks held fixed; a win rate is \
    the share of other models that a model beats.

    \(([rankTable] + conclusions + [scorePart, missingPart]).filter { !$0.isEmpty }
      .joined(separator: "\n"))
    """
  }

  /// What the tasks say together, in sentences.
  private var conclusions: [String] {
    let winners = stability.winners.map(shown).joined(separator: " and ")
    let changes = stability.changes.map { omission in
      "without \(omission.task) \(omission.winners.map(shown).joined(separator: " and "))"
    }
    let isStable =
      stability.omissions.isEmpty
      ? []
      : [
        changes.isEmpty
          ? "\(winners): best mean rank whichever single task is left out.\n"
          : "The winner is not stable: \(winners) over all tasks, \(changes.joined(separator: ", ")).\n"
      ]
    guard let groups = criticalGroups else { return isStable }
    let cliques = groups.groups.map { $0.map(shown).joined(separator: ", ") }
    return isStable + [
      "That all models are alike has p = \(NumberText.short(groups.pValue, digits: 2)). "
        + (cliques.isEmpty
          ? "Every model can be told from every other."
          : "Cannot be told apart: \(cliques.joined(separator: "; ")).")
        + " \(groups.sentence)\n"
    ]
  }

  private var scorePart: String {
    guard let normalisation, !aggregates.isEmpty else { return "" }
    let table = MarkdownTable.text(
      columns: ["Model", "Interquartile mean", "Median", "Mean", "Optimality gap", "Missing"],
      rows: aggregates.map { entry in
        [
          title(of: entry.model), NumberText.interval(entry.interquartileMean),
          NumberText.interval(entry.median), NumberText.interval(entry.mean),
          NumberText.interval(entry.optimalityGap), String(entry.missing),
        ]
      })
    return "### Scores over all tasks\n\n\(normalisation.sentence) Intervals are of the bootstrap "
      + "over seeds within tasks, expanded for few seeds.\n\n\(table)"
  }

  private var missingPart: String {
    guard !missing.isEmpty else { return "" }
    let lines = missing.map { entry in
      let seeds = entry.seeds.map(String.init).joined(separator: ", ")
      return "- \(entry.task), \(shown(entry.model))"
        + (seeds.isEmpty ? "" : ", \(entry.seeds.count == 1 ? "seed" : "seeds") \(seeds)")
        + ": \(MarkdownTable.escaped(entry.reason))\n"
    }
    return "### Missing\n\n\(lines.joined())"
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
        standing.rankText, title(of: standing.model),
        standing.interval.map { NumberText.interval($0) } ?? "missing", standing.seedsText,
        remark(on: standing, fronts: summary.paretoFronts),
      ]
    }
    return """
      ### \(MarkdownTable.sentence("\(task): \(metric)")), \(summary.quantity.evaluation), \(summary.quantity.split) \
      (\(summary.direction.rawValue) is better)

      \(MarkdownTable.text(
        columns: ["Rank", "Model", "Mean [95 % interval]", "Seeds", "Remark"], rows: rows))
      """
  }

  private var rankTable: String {
    MarkdownTable.text(
      columns: ["Model", "Mean rank [95 % interval]", "Win rate", "First", "Missing"],
      rows: meanRanks.map { rank in
        let interval = rank.rankInterval
        return [
          title(of: rank.model),
          NumberText.short(rank.meanRank)
            + (interval.map { " [\(NumberText.short($0.lower)), \(NumberText.short($0.upper))]" }
              ?? ""),
          rank.winRate.map { NumberText.short($0, digits: 3) } ?? "-", String(rank.wins),
          String(rank.missing),
        ]
      })
  }

  /// The title in a sentence; tables escape their cells themselves.
  private func shown(_ model: String) -> String { MarkdownTable.sentence(title(of: model)) }

  private func title(of model: String) -> String {
    suite.models.first { $0.id == model }?.title ?? model
  }

  private func remark(on standing: Standing, fronts: [ParetoFront]) -> String {
    if let reason = standing.seeds.compactMap(\.reason).first { return reason }
    let place =
      standing.rank == 1
      ? ["best"] : standing.isIndistinguishableFromBest ? ["indistinguishable from the best"] : []
    let costs = fronts.filter { front in
      front.points.count > 1
        && front.points.contains { $0.model == standing.model && $0.isOnFront }
    }.map(\.cost)
    return
      (place + (costs.isEmpty ? [] : ["on the Pareto front of \(costs.joined(separator: ", "))"]))
      .joined(separator: "; ")
  }
}
