import Canvas
import Comparison
import Experiment

/// Comparisons with baselines, a section for each.
struct ComparisonWriting {
  let reports: [ComparisonReport]
  let names: NameBook

  func sections() -> [Section] {
    reports.enumerated().map { index, report in
      Section(
        id: "comparison\(index)", title: "Comparison with \(report.baseline)",
        note: report.profile.label,
        blocks: [
          .paragraph(opening(report)), .table(table(report, id: "comparison\(index).table")),
        ])
    }
  }

  private func opening(_ report: ComparisonReport) -> [TextSpan] {
    let counts = Verdict.ordered.compactMap { verdict -> String? in
      let count = report.rows.filter { $0.verdict == verdict }.count
      return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }
    let margin = NumberText.plain(report.margin * 100, digits: 2)
    return [
      TextSpan(report.hasRegression ? "There is a regression. " : "No regression. ", .strong),
      TextSpan(
        "\(counted(report.rows.count, "row", "rows")): \(counts.joined(separator: ", ")). "
          + "Differences within \(margin) % count as equivalent; seeds are paired where both "
          + "sides have them, and p-values are corrected over all rows."),
    ]
  }

  private func table(_ report: ComparisonReport, id: String) -> Table {
    let values = report.rows.flatMap { [$0.ours?.estimate, $0.theirs?.estimate].compactMap { $0 } }
    let numbers = NumberColumn(values)
    let ratios = NumberColumn(report.rows.compactMap { $0.ratio?.estimate })
    let rows = report.rows.map { row in
      Table.Row(
        cells: [
          Table.Cell(names.task(row.task, in: row.suite)),
          Table.Cell(names.model(row.model, in: row.suite), .strong),
          Table.Cell(names.quantity(row.quantity, in: row.suite)),
          row.ours.map { numbers.cell($0.estimate) } ?? .missing("no value"),
          row.theirs.map { numbers.cell($0.estimate) } ?? .missing("no value"),
          row.ratio.map { ratios.cell($0.estimate) } ?? .none,
          row.ratio.map { ratio in
            Table.Cell(
              spans: [TextSpan(ratios.text(ratio))], sortKey: .number(ratio.upper - ratio.lower))
          } ?? .none,
          pValue(row.pValue),
          Table.Cell(
            spans: [TextSpan(row.verdict.sign + " " + row.verdict.rawValue, .strong)],
            sortKey: .text(row.verdict.rawValue)),
        ], detail: [TextSpan(row.sentence, .muted)])
    }
    return Table(
      id: id,
      caption: [
        TextSpan("This run against \(report.baseline).", .strong),
        TextSpan(" Means over paired seeds; ratio = this run / baseline, 1 is no change."),
      ], columns: Self.columns, rows: rows, filter: .offered)
  }

  private static let columns = [
    Table.Column(title: "Task"), Table.Column(title: "Model"), Table.Column(title: "Quantity"),
    Table.Column(title: "This run", alignment: .end),
    Table.Column(title: "Baseline", alignment: .end),
    Table.Column(title: "Ratio", alignment: .end),
    Table.Column(title: "95\u{A0}% interval", alignment: .end),
    Table.Column(title: "p", alignment: .end, detail: "corrected"), Table.Column(title: "Verdict"),
  ]

  private func pValue(_ value: Double?) -> Table.Cell {
    guard let value else { return .none }
    let text = value < 0.001 ? "< 0.001" : NumberText.plain(value, digits: 2)
    return Table.Cell(spans: [TextSpan(text)], sortKey: .number(value))
  }
}

extension Verdict {
  fileprivate static let ordered: [Verdict] = [.worse, .undecided, .missing, .equivalent, .better]

  fileprivate var sign: String {
    switch self {
    case .better: "▲"
    case .worse: "▼"
    case .equivalent: "="
    case .undecided: "?"
    case .missing: "—"
    }
  }
}
