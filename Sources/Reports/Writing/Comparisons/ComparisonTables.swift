import Canvas
import Comparison
import Experiment

/// The tables of one comparison.
struct ComparisonTables {
  let report: ComparisonReport
  let names: NameBook
  /// The beginning of the tables' ids.
  let place: String

  func rows(_ some: [ComparisonRow], _ title: String, id: String) -> Table {
    let values = some.flatMap { [$0.ours?.estimate, $0.theirs?.estimate].compactMap { $0 } }
    let numbers = NumberColumn(values)
    let ratios = NumberColumn(some.compactMap { $0.ratio?.estimate })
    let rows = some.map { row in
      Table.Row(
        cells: [
          Table.Cell(names.task(row.task, in: row.suite)),
          model(row.model, row.baselineModel, in: row.suite),
          Table.Cell(names.quantity(row.quantity, in: row.suite)),
          row.ours.map { numbers.cell($0.estimate) } ?? .missing("no value"),
          row.theirs.map { numbers.cell($0.estimate) } ?? .missing("no value"),
          row.ratio.map { ratios.cell($0.estimate) } ?? .none,
          interval(row.ratio, ratios), pValue(row.pValue), verdict(row.verdict),
        ], detail: [TextSpan(row.sentence, .muted)])
    }
    return Table(
      id: "\(place).\(id)",
      caption: [
        TextSpan(title, .strong),
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

  /// The table without the two values and the sentences, for which paper has no room.
  func brief(_ table: Table) -> Table {
    let kept = table.columns.indices.filter { $0 != 3 && $0 != 4 }
    return Table(
      id: table.id, caption: table.caption, columns: kept.map { table.columns[$0] },
      rows: table.rows.map { row in Table.Row(cells: kept.map { row.cells[$0] }, id: row.id) })
  }

  func overall() -> Table {
    let ratios = NumberColumn(report.overall.compactMap { $0.ratio?.estimate })
    let rows = report.overall.map { row in
      Table.Row(
        cells: [
          model(row.model, row.baselineModel, in: row.suite), Table.Cell(count: row.tasks.count),
          row.ratio.map { ratios.cell($0.estimate) } ?? .none, interval(row.ratio, ratios),
          pValue(row.pValue), verdict(row.verdict),
        ], detail: [TextSpan(row.sentence, .muted)])
    }
    return Table(
      id: place + ".overall",
      caption: [
        TextSpan("Each model over all tasks.", .strong),
        TextSpan(
          " Ratio = geometric mean over tasks of how many times worse this run is; below 1 is "
            + "better."),
      ],
      columns: [
        Table.Column(title: "Model"), Table.Column(title: "Tasks", alignment: .end),
        Table.Column(title: "Ratio", alignment: .end),
        Table.Column(title: "95\u{A0}% interval", alignment: .end),
        Table.Column(title: "p", alignment: .end, detail: "corrected"),
        Table.Column(title: "Verdict"),
      ], rows: rows)
  }

  func costs() -> Table {
    let ratios = NumberColumn(report.costs.compactMap { $0.ratio?.estimate })
    let rows = report.costs.map { row in
      Table.Row(
        cells: [
          Table.Cell(names.task(row.task, in: row.suite)),
          model(row.model, row.baselineModel, in: row.suite),
          Table.Cell(
            row.cost.replacing("-", with: " ") + (row.unit == "1" ? "" : " (\(row.unit))")),
          row.ours.map { Self.short($0.estimate) } ?? .none,
          row.theirs.map { Self.short($0.estimate) } ?? .none,
          row.ratio.map { ratios.cell($0.estimate) } ?? .none, interval(row.ratio, ratios),
          pValue(row.pValue), row.verdict.map(verdict) ?? Table.Cell("not judged", .muted),
        ], detail: [TextSpan(row.sentence, .muted)])
    }
    return Table(
      id: place + ".costs", caption: [TextSpan("Costs.", .strong)],
      columns: Self.columns.enumerated().map { index, column in
        index == 2 ? Table.Column(title: "Cost") : column
      }, rows: rows, filter: .offered)
  }

  func incomparable() -> Table {
    Table(
      id: place + ".incomparable",
      caption: [TextSpan("Left out of the comparison.", .strong)],
      columns: [
        Table.Column(title: "Suite"), Table.Column(title: "Task"), Table.Column(title: "Model"),
        Table.Column(title: "Quantity"), Table.Column(title: "Reason", alignment: .fill),
      ],
      rows: report.incomparable.map { part in
        Table.Row(cells: [
          Table.Cell(names.suite(part.suite)),
          Table.Cell(part.task.isEmpty ? "all" : names.task(part.task, in: part.suite)),
          Table.Cell(part.model.isEmpty ? "all" : names.model(part.model, in: part.suite)),
          Table.Cell(part.quantity.map { names.quantity($0, in: part.suite) } ?? "all"),
          Table.Cell(part.reason),
        ])
      })
  }

  private func model(_ ours: String, _ theirs: String, in suite: String) -> Table.Cell {
    let name = names.model(ours, in: suite)
    guard !theirs.isEmpty, theirs != ours else { return Table.Cell(name, .strong) }
    return Table.Cell(
      spans: [
        TextSpan(name, .strong),
        TextSpan(" against \(names.model(theirs, in: suite))", .muted),
      ], sortKey: .text(name))
  }

  private static func short(_ number: Double) -> Table.Cell {
    Table.Cell(spans: [TextSpan(NumberText.short(number))], sortKey: .number(number))
  }

  private func interval(_ interval: Interval?, _ numbers: NumberColumn) -> Table.Cell {
    guard let interval else { return .none }
    return Table.Cell(
      spans: [TextSpan(numbers.text(interval))], sortKey: .number(interval.upper - interval.lower))
  }

  private func pValue(_ value: Double?) -> Table.Cell {
    guard let value else { return .none }
    let text = value < 0.001 ? "< 0.001" : NumberText.plain(value, digits: 2)
    return Table.Cell(spans: [TextSpan(text)], sortKey: .number(value))
  }

  private func verdict(_ verdict: Verdict) -> Table.Cell {
    Table.Cell(
      spans: [TextSpan(verdict.sign + " " + verdict.rawValue, .strong)],
      sortKey: .text(verdict.rawValue))
  }
}
