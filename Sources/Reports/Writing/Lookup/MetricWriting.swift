import Canvas
import Comparison
import Experiment

/// The metric dictionary: the one place that says what each metric means.
struct MetricWriting {
  let suites: [SuiteDescription]

  func section() -> Section {
    var tables: [Block] = []
    var seen: Set<String> = []
    for suite in suites where seen.insert(suite.id).inserted {
      tables.append(.table(table(suite)))
    }
    return Section(
      id: "metrics", title: "Metric dictionary",
      blocks: tables.isEmpty
        ? [.paragraph(["No metric was used."])] : [.paragraph(Self.opening)] + tables,
      isAppendix: true)
  }

  private static let opening: [TextSpan] = [
    TextSpan(
      "One name means different things in different suites, so here is what is computed. Formulas "
        + "name their reductions from the inside out. The value of a set of samples is the "
        + "arithmetic mean of the samples' values unless the formula says otherwise. "),
    TextSpan("Missing values: ", .strong),
    TextSpan(
      "a sample without a finite value makes the value of its set missing, with the reason and the "
        + "number of such samples; a seed without a value is left out of the mean over seeds, is "
        + "counted beside it, and keeps the model from ranking before complete ones. Nothing is "
        + "replaced by zero or by the mean of the others."),
  ]

  private func table(_ suite: SuiteDescription) -> Table {
    let rows = suite.metrics.sorted { $0.key < $1.key }.map { name, metric in
      Table.Row(
        cells: [
          Table.Cell(
            spans: [TextSpan(metric.title, .strong), TextSpan("  " + name, .code)],
            sortKey: .text(metric.title)), Table.Cell(metric.formula),
          Table.Cell(metric.unit == "1" ? "none" : metric.unit),
          Table.Cell(metric.direction == .lower ? "smaller" : "larger"),
          Table.Cell(metric.range), Table.Cell(count: metric.version),
        ], id: Place.metric(name, suite.id))
    }
    return Table(
      id: Place.word(["metrics", suite.id]),
      caption: [TextSpan("Metrics of \(suite.title).", .strong)],
      columns: [
        Table.Column(title: "Metric"),
        Table.Column(title: "Formula", alignment: .fill, detail: "with its order of reduction"),
        Table.Column(title: "Unit"), Table.Column(title: "Better"), Table.Column(title: "Range"),
        Table.Column(title: "Version", alignment: .end),
      ], rows: rows)
  }
}
