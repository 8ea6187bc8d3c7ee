import Canvas
import Comparison
import Experiment

/// The values that changed, with their ratio and, where it was judged, the verdict.
struct ChangeTable {
  let changes: [ValueChange]
  let comparison: ComparisonReport?
  let names: NameBook

  func table() -> Table {
    let verdicts = Dictionary(
      (comparison?.rows ?? []).map {
        ([$0.suite, $0.task, $0.model, $0.quantity.word], $0.verdict)
      },
      uniquingKeysWith: { first, _ in first })
    let rows = changes.map { change -> Table.Row in
      let key = change.key
      let verdict = verdicts[[key.suite, key.task, key.model, key.quantity.word]]
      return Table.Row(cells: [
        Table.Cell(names.task(key.task, in: key.suite)),
        Table.Cell(names.model(key.model, in: key.suite), .strong),
        Table.Cell(names.quantity(key.quantity, in: key.suite)),
        mean(change.before), mean(change.after),
        change.ratio.map(ratio) ?? .none,
        Table.Cell(
          spans: [TextSpan("\(change.changed)/\(change.after.count)")],
          sortKey: .number(Double(change.changed))),
        verdict.map {
          Table.Cell(
            spans: [TextSpan($0.sign + " " + $0.rawValue, .strong)], sortKey: .text($0.rawValue))
        } ?? Table.Cell("not judged", .muted),
      ])
    }
    return Table(
      id: "values.changed",
      caption: [
        TextSpan("What changed.", .strong),
        TextSpan(" Means over the seeds that both sides have; ratio = after / before."),
      ],
      columns: [
        Table.Column(title: "Task"), Table.Column(title: "Model"), Table.Column(title: "Quantity"),
        Table.Column(title: "Before", alignment: .end),
        Table.Column(title: "After", alignment: .end),
        Table.Column(title: "Ratio", alignment: .end),
        Table.Column(title: "Seeds", alignment: .end, detail: "that changed"),
        Table.Column(title: "Verdict"),
      ], rows: rows, filter: .offered)
  }

  private func mean(_ values: [MeasuredValue]) -> Table.Cell {
    switch MeasuredValue.mean(values) {
    case .value(let number):
      Table.Cell(spans: [TextSpan(NumberText.short(number))], sortKey: .number(number))
    case .missing(let reason): .missing(reason)
    }
  }

  /// With as many digits as show that it is not 1.
  private func ratio(_ ratio: Double) -> Table.Cell {
    let distance = abs(ratio - 1)
    let digits = distance > 0 ? min(12, max(3, 2 - NumberText.exponent(distance))) : 3
    return Table.Cell(
      spans: [TextSpan(NumberText.plain(ratio, digits: digits))], sortKey: .number(ratio))
  }
}
