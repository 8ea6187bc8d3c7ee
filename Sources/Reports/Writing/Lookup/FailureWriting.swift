import Canvas
import Experiment

/// Cells that are not done and values that are missing, with their reasons.
struct FailureWriting {
  let frame: ResultFrame
  let names: NameBook

  func section() -> Section {
    let failed = frame.cells.filter { $0.state != .done }
    let missing = frame.cells.filter { $0.state == .done }.flatMap { cell in
      cell.evaluation.measurements.lazy.filter { $0.value.number == nil }.map { (cell, $0) }
    }
    var blocks: [Block] = []
    if failed.isEmpty && missing.isEmpty {
      blocks.append(.paragraph(["Every planned cell is done and every value is there."]))
    }
    if !failed.isEmpty { blocks.append(.table(cells(failed))) }
    if !missing.isEmpty { blocks.append(.table(values(missing))) }
    return Section(id: "failures", title: "Failures and missing values", blocks: blocks)
  }

  private func cells(_ failed: [CellResult]) -> Table {
    Table(
      id: "failures.cells",
      caption: [
        TextSpan("Cells that are not done.", .strong),
        TextSpan(" They count as missing in every table, never as a number."),
      ],
      columns: [
        Table.Column(title: "Task"), Table.Column(title: "Model"),
        Table.Column(title: "Seed", alignment: .end), Table.Column(title: "State"),
        Table.Column(title: "Reason", alignment: .fill),
      ],
      rows: failed.map { cell in
        Table.Row(
          cells: identity(cell) + [
            Table.Cell(cell.state.rawValue, .strong),
            Table.Cell(cell.reason.isEmpty ? "no reason was recorded" : cell.reason),
          ])
      })
  }

  private func values(_ missing: [(CellResult, Measurement)]) -> Table {
    Table(
      id: "failures.values",
      caption: [
        TextSpan("Values missing from cells that are done.", .strong),
        TextSpan(" A mean over seeds leaves them out and says so."),
      ],
      columns: [
        Table.Column(title: "Task"), Table.Column(title: "Model"),
        Table.Column(title: "Seed", alignment: .end), Table.Column(title: "Value"),
        Table.Column(title: "Reason", alignment: .fill),
      ],
      rows: runs(missing).map { run in
        let use = Quantity(
          metric: run.measurement.metric, evaluation: run.measurement.evaluation,
          split: run.measurement.split)
        let words = names.quantity(use, in: run.cell.identity.suite) + run.steps
        return Table.Row(
          cells: identity(run.cell) + [
            Table.Cell(words), Table.Cell(run.measurement.value.reason ?? ""),
          ])
      })
  }

  private struct MissingRun {
    let cell: CellResult
    let measurement: Measurement
    let first: Int
    var last: Int

    var steps: String {
      switch (first, last) {
      case (0, 0): ""
      case (let first, let last) where first == last: ", step \(first)"
      default: ", steps \(first) to \(last)"
      }
    }
  }

  /// Neighbouring steps of one curve that are missing for one reason stand in one row.
  private func runs(_ missing: [(CellResult, Measurement)]) -> [MissingRun] {
    missing.reduce(into: []) { runs, next in
      let (cell, measurement) = next
      if let last = runs.last, last.cell.identity == cell.identity,
        last.measurement.metric == measurement.metric, last.first > 0,
        last.measurement.evaluation == measurement.evaluation,
        last.measurement.split == measurement.split, last.measurement.value == measurement.value,
        last.last + 1 == measurement.position
      {
        runs[runs.count - 1].last = measurement.position
      } else {
        runs.append(
          MissingRun(
            cell: cell, measurement: measurement, first: measurement.position,
            last: measurement.position))
      }
    }
  }

  private func identity(_ cell: CellResult) -> [Table.Cell] {
    let id = cell.identity
    return [
      Table.Cell(names.task(id.task, in: id.suite)),
      Table.Cell(names.model(id.model, in: id.suite), target: .place(Place.cell(id))),
      Table.Cell(count: id.seed),
    ]
  }
}
