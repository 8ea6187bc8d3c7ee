import Experiment

extension Leaderboard {
  /// All sections as LaTeX tables for the package booktabs: one over all tasks and one for each task
  /// and quantity. The best is bold, what cannot be told from it carries ≈, a missing value a dagger
  /// with its reason below.
  public var latex: String {
    "% Needs \\usepackage{booktabs}.\n"
      + sections.map { section in
        ([section.latex] + section.summaries.map { $0.latex(in: section.suite) })
          .joined(separator: "\n")
      }.joined(separator: "\n")
  }
}

extension Leaderboard.Section {
  /// Models by mean rank with their mean on every task.
  public var latex: String {
    let header =
      ["Model", "Mean rank"]
      + summaries.map { summary in
        LaTeXText.escaped(
          (suite.tasks.first { $0.id == summary.task }?.title ?? summary.task) + ", "
            + summary.title(in: suite) + (summary.direction == .lower ? " (lower)" : " (higher)"))
      }
    let rows = meanRanks.map { rank in
      [suite.latexTitle(of: rank.model), LaTeXText.number(rank.meanRank)]
        + summaries.map { summary in
          summary.standings.first { $0.model == rank.model }?.latexMean ?? "\\dag"
        }
    }
    let unranked = Set(summaries.flatMap { $0.standings.map(\.model) })
      .subtracting(meanRanks.map(\.model)).sorted().map { model in
        [suite.latexTitle(of: model), "--"] + summaries.map { _ in "\\dag" }
      }
    let isIncomplete = !unranked.isEmpty || rows.contains { $0.contains { $0.contains("\\dag") } }
    return LaTeXText.table(
      caption: LaTeXText.escaped(
        "\(suite.title), \(profile.rawValue) profile: means over seeds, models by mean rank."),
      label: "tab:\(suite.id)-\(profile.rawValue)",
      columns: "lr" + String(repeating: "r", count: summaries.count), header: header,
      rows: rows + unranked,
      note: "Bold: best. $^\\approx$: cannot be told from the best."
        + (isIncomplete ? " \\dag: missing, at least at one seed." : ""))
  }
}

extension TaskSummary {
  /// One task by one quantity: rank, mean with interval, and seeds of each model.
  public func latex(in suite: SuiteDescription) -> String {
    let task = suite.tasks.first { $0.id == self.task }?.title ?? self.task
    let rows = standings.map { standing in
      [
        suite.latexTitle(of: standing.model), standing.rank > 0 ? String(standing.rank) : "--",
        standing.latexInterval, LaTeXText.escaped(standing.seedsText),
      ]
    }
    let reasons = standings.compactMap { standing in
      standing.seeds.compactMap(\.reason).first.map {
        "\\dag\\ \(suite.latexTitle(of: standing.model)): \(LaTeXText.escaped($0))."
      }
    }
    return LaTeXText.table(
      caption: LaTeXText.escaped(
        "\(task): \(title(in: suite)) (\(direction.rawValue) is better), mean over seeds with its "
          + "95 % interval, \(profile.rawValue) profile."),
      label: "tab:\(self.suite)-\(self.task)-\(quantity.metric)-\(quantity.evaluation)-"
        + profile.rawValue,
      columns: "lrrr", header: ["Model", "Rank", "Mean [95 \\% interval]", "Seeds"], rows: rows,
      note: (["Bold: best. $^\\approx$: cannot be told from the best."] + reasons)
        .joined(separator: " "))
  }

  /// As in `NMSE, rollout, test`.
  fileprivate func title(in suite: SuiteDescription) -> String {
    let metric = suite.metrics[quantity.metric]?.title ?? quantity.metric
    return "\(metric), \(quantity.evaluation), \(quantity.split)"
  }
}

extension Standing {
  fileprivate var latexMean: String {
    marked(interval.map { LaTeXText.number($0.estimate) })
  }

  fileprivate var latexInterval: String { marked(interval.map(LaTeXText.interval)) }

  private func marked(_ text: String?) -> String {
    guard let text else { return "\\dag" }
    let isComplete = seeds.allSatisfy { $0.number != nil }
    let whole = isComplete ? text : text + "\\dag"
    if rank == 1 { return "\\textbf{\(whole)}" }
    return isIndistinguishableFromBest ? whole + "$^\\approx$" : whole
  }
}

extension SuiteDescription {
  fileprivate func latexTitle(of model: String) -> String {
    LaTeXText.escaped(models.first { $0.id == model }?.title ?? model)
  }
}
