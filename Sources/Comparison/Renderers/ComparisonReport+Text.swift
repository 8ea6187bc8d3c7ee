extension ComparisonReport {
  /// Tables for a terminal, the reason of every row that is not equivalent, and the tally.
  public var text: String {
    let reasons = rows.filter { $0.verdict != .equivalent }.map { row in
      "\(row.verdict.rawValue): \(row.suite)/\(row.task) \(row.modelText), \(row.quantityText): "
        + row.sentence
    }
    let parts = [
      [heading + "."], TextTable(rows: [Self.columns] + rows.map(\.fields)).lines, reasons,
      overallLines, costLines, incomparable.map { "left out: \($0.text)" },
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n") + tally + "\n"
  }

  private static let columns = [
    "verdict", "task", "model", "quantity", "ours", "baseline", "change",
  ]

  private var overallLines: [String] {
    overall.isEmpty
      ? []
      : ["over all tasks:"]
        + TextTable(
          rows: overall.map {
            [$0.verdict.rawValue, $0.suite, $0.modelText, $0.sentence]
          }
        ).lines
  }

  /// The costs that are judged, without the equivalent ones, then why others are not.
  private var costLines: [String] {
    guard !costs.isEmpty else { return [] }
    let changed = costs.filter { $0.verdict != nil && $0.verdict != .equivalent }
    let table = TextTable(
      rows: changed.map { [$0.verdict?.rawValue ?? "", $0.placeText, $0.modelText, $0.sentence] })
    return ["\(costTally):"] + table.lines + unjudgedCosts
  }
}

extension ComparisonRow {
  fileprivate var fields: [String] {
    [
      verdict.rawValue, "\(suite)/\(task)", modelText, quantityText, valueText(ours),
      valueText(theirs), changeText,
    ]
  }
}
