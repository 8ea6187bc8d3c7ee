import Canvas
import Comparison
import Experiment

/// The metric dictionary.
struct MetricWriting {
  let sections: [Leaderboard.Section]

  func section() -> Section {
    var tables: [Block] = []
    var seen: Set<String> = []
    for section in sections where seen.insert(section.suite.id).inserted {
      tables.append(.table(table(section.suite)))
    }
    return Section(
      id: "metrics", title: "Metrics",
      blocks: tables.isEmpty ? [.paragraph(["No metric was used."])] : tables)
  }

  private func table(_ suite: SuiteDescription) -> Table {
    let rows = suite.metrics.sorted { $0.key < $1.key }.map { name, metric in
      Table.Row(cells: [
        Table.Cell(
          spans: [TextSpan(metric.title, .strong), TextSpan("  " + name, .code)],
          sortKey: .text(metric.title)), Table.Cell(metric.formula),
        Table.Cell(metric.unit == "1" ? "none" : metric.unit),
        Table.Cell(metric.direction == .lower ? "smaller" : "larger"),
        Table.Cell(metric.range), Table.Cell(count: metric.version),
      ])
    }
    return Table(
      id: Place.word(["metrics", suite.id]),
      caption: [TextSpan("Metrics of \(suite.title).", .strong)],
      columns: [
        Table.Column(title: "Metric"), Table.Column(title: "Formula", alignment: .fill),
        Table.Column(title: "Unit"),
        Table.Column(title: "Better"), Table.Column(title: "Range"),
        Table.Column(title: "Version", alignment: .end),
      ], rows: rows)
  }
}
