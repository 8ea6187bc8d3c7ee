extension ComparisonReport {
  /// A summary for a pull request: the tally, then every row, regressions first.
  public var markdown: String {
    let ordered = rows.filter(\.isRegression) + rows.filter { !$0.isRegression }
    let table = MarkdownTable.text(
      columns: ["Verdict", "Task", "Model", "Quantity", "Ours", "Baseline", "Change", "Why"],
      rows: ordered.map { row in
        [
          row.isRegression ? "**\(row.verdict.rawValue)**" : row.verdict.rawValue,
          "\(row.suite)/\(row.task)", row.modelText, row.quantityText, row.valueText(row.ours),
          row.valueText(row.theirs), row.changeText, row.sentence,
        ]
      })
    return """
      ## Comparison

      \(heading). \(tally)

      \(table)
      \(ComparisonReport.note)

      """
  }

  static let note =
    "Values are means over seeds with Student t 95 % intervals; a change is the geometric mean of "
    + "the paired ratios (x) or the mean paired difference (+ or -) with its interval. p-values are "
    + "corrected over all rows by Holm's method."
}
