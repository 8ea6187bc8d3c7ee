extension ComparisonReport {
  /// A table for a terminal, the reason of every row that is not equivalent, and the tally.
  public var text: String {
    let header = ["verdict", "task", "model", "quantity", "ours", "baseline", "change"]
    let table = TextTable(
      rows: [header]
        + rows.map { row in
          [
            row.verdict.rawValue, "\(row.suite)/\(row.task)", row.modelText, row.quantityText,
            row.valueText(row.ours), row.valueText(row.theirs), row.changeText,
          ]
        })
    let reasons = rows.filter { $0.verdict != .equivalent }.map { row in
      "\(row.verdict.rawValue): \(row.suite)/\(row.task) \(row.modelText), \(row.quantityText): "
        + row.sentence
    }
    return ([heading + ".", ""] + table.lines + [""] + reasons + [tally]).joined(separator: "\n")
      + "\n"
  }
}
