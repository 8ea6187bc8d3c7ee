import Canvas
import Experiment

/// Cells that are not done and values that are missing, with their reasons.
struct FailureWriting {
  /// Logs that are shown; more would bury the report.
  private static let mostLogs = 40

  let frame: ResultFrame
  let logs: [CellIdentity: String]
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
    if !failed.isEmpty { blocks += [.table(kinds(failed)), .table(cells(failed))] }
    if !missing.isEmpty { blocks.append(.table(values(missing))) }
    blocks += listings(failed)
    return Section(id: "failures", title: "Failures and missing values", blocks: blocks)
  }

  /// How often each kind occurred, the commonest first.
  private func kinds(_ failed: [CellResult]) -> Table {
    let kinds = Dictionary(grouping: failed) { $0.failure?.rawValue ?? $0.state.rawValue }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return Table(
      id: "failures.kinds", caption: [TextSpan("Kinds of failures.", .strong)],
      columns: [
        Table.Column(title: "Kind"), Table.Column(title: "Cells", alignment: .end),
        Table.Column(title: "What it means"), Table.Column(title: "Models", alignment: .fill),
      ],
      rows: kinds.map { kind, cells in
        let models = cells.reduce(into: [String]()) { models, cell in
          let name = names.model(cell.identity.model, in: cell.identity.suite)
          if !models.contains(name) { models.append(name) }
        }
        return Table.Row(cells: [
          Table.Cell(kind, .strong), Table.Cell(count: cells.count),
          Table.Cell(cells[0].failure?.meaning ?? "no kind was recorded"),
          Table.Cell(models.joined(separator: ", ")),
        ])
      })
  }

  /// The last words of the failed cells that left some.
  private func listings(_ failed: [CellResult]) -> [Block] {
    let told = failed.compactMap { cell in
      logs[cell.identity].map { (cell.identity, $0) }
    }.filter { !$0.1.isEmpty }
    guard !told.isEmpty else { return [] }
    let shown = told.prefix(Self.mostLogs).flatMap { name, text -> [Block] in
      let title =
        "\(names.task(name.task, in: name.suite)), \(names.model(name.model, in: name.suite)), "
        + "seed \(name.seed)"
      return [.heading(title), .listing(text)]
    }
    let rest = told.count - min(told.count, Self.mostLogs)
    let note: [Block] =
      rest > 0
      ? [.paragraph([TextSpan("\(rest) more are in the store: `assay show CELL --log`.")])] : []
    return [.folded(title: "The ends of their logs", shown + note)]
  }

  private func cells(_ failed: [CellResult]) -> Table {
    let wall = NumberColumn(failed.map(\.resources.wallSeconds))
    let memory = NumberColumn(failed.map(\.resources.peakMebibytes))
    return Table(
      id: "failures.cells",
      caption: [
        TextSpan("Cells that are not done.", .strong),
        TextSpan(" They count as missing in every table, never as a number."),
      ],
      columns: [
        Table.Column(title: "Task"), Table.Column(title: "Model"),
        Table.Column(title: "Seed", alignment: .end), Table.Column(title: "Kind"),
        Table.Column(title: "After", alignment: .end, detail: "s"),
        Table.Column(title: "Memory", alignment: .end, detail: "MiB"),
        Table.Column(title: "Reason", alignment: .fill),
      ],
      rows: failed.map { cell in
        Table.Row(
          cells: identity(cell) + [
            Table.Cell(cell.failure?.rawValue ?? cell.state.rawValue, .strong),
            wall.cell(cell.resources.wallSeconds), memory.cell(cell.resources.peakMebibytes),
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
