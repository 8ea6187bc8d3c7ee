extension ComparisonReport {
  /// A summary for a pull request: the tally, then every row, regressions first, then models over all
  /// tasks, costs and what was left out.
  public var markdown: String {
    let ordered = rows.filter(\.isRegression) + rows.filter { !$0.isRegression }
    let table = MarkdownTable.text(
      columns: ["Verdict", "Task", "Model", "Quantity", "Ours", "Baseline", "Change", "Why"],
      rows: ordered.map { row in
        [
          mark(row.verdict, isRegression: row.isRegression), "\(row.suite)/\(row.task)",
          row.modelText, row.quantityText, row.valueText(row.ours), row.valueText(row.theirs),
          row.changeText, row.sentence,
        ]
      })
    let parts =
      ["## Comparison\n\n\(heading). \(tally)\n", table, overallPart, costPart, leftOutPart]
      + [methods.joined(separator: " ") + "\n"]
    return parts.filter { !$0.isEmpty && $0 != "\n" }.joined(separator: "\n")
  }

  private var overallPart: String {
    guard !overall.isEmpty else { return "" }
    return "### Over all tasks\n\n"
      + MarkdownTable.text(
        columns: ["Verdict", "Suite", "Model", "Times the error", "Why"],
        rows: overall.map { row in
          [
            mark(row.verdict, isRegression: row.isRegression), row.suite, row.modelText,
            row.changeText, row.sentence,
          ]
        })
  }

  /// Costs that changed; the rest is counted.
  private var costPart: String {
    guard !costs.isEmpty else { return "" }
    let changed = costs.filter { $0.verdict != nil && $0.verdict != .equivalent }
    let table = MarkdownTable.text(
      columns: ["Verdict", "Task", "Model", "Cost", "Ours", "Baseline", "Why"],
      rows: changed.map { row in
        [
          mark(row.verdict ?? .undecided, isRegression: row.isRegression),
          "\(row.suite)/\(row.task)", row.modelText, row.cost, row.valueText(row.ours),
          row.valueText(row.theirs), row.sentence,
        ]
      })
    let reasons = unjudgedCosts.isEmpty ? "" : "\n" + unjudgedCosts.joined(separator: "\n") + "\n"
    return "### Costs\n\n\(costTally).\n" + (changed.isEmpty ? "" : "\n" + table) + reasons
  }

  private var leftOutPart: String {
    incomparable.isEmpty
      ? ""
      : "### Left out\n\n"
        + incomparable.map { "- " + MarkdownTable.escaped($0.text) + "\n" }.joined()
  }

  private func mark(_ verdict: Verdict, isRegression: Bool) -> String {
    isRegression ? "**\(verdict.rawValue)**" : verdict.rawValue
  }
}
