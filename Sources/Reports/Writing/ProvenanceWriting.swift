import Canvas
import Experiment

/// Where the numbers come from: runs, machines, data, keys, and the command that makes each again.
struct ProvenanceWriting {
  let input: ReportInput
  let names: NameBook

  func section() -> Section {
    let runs = input.frame.runs.sorted { $0.id < $1.id }
    var blocks: [Block] = []
    if !runs.isEmpty { blocks.append(.table(runTable(runs))) }
    if runs.contains(where: { !$0.environment.facts.isEmpty }) {
      blocks.append(.table(environment(runs)))
    }
    blocks.append(.heading("Cells"))
    blocks.append(
      .paragraph([
        TextSpan(
          "Every cell with its key, a SHA-256 over all that can change its numbers, and under it "
            + "the command that makes it again.")
      ]))
    blocks += taskGroups()
    return Section(id: "provenance", title: "Provenance", blocks: blocks)
  }

  private func runTable(_ runs: [RunRecord]) -> Table {
    Table(
      id: "provenance.runs", caption: [TextSpan("Runs.", .strong)],
      columns: [
        Table.Column(title: "Run"), Table.Column(title: "Started"), Table.Column(title: "Ended"),
        Table.Column(title: "Command", alignment: .fill),
      ],
      rows: runs.map { run in
        Table.Row(cells: [
          Table.Cell(run.id, .code), Table.Cell(run.started),
          run.ended.isEmpty ? .missing("did not end") : Table.Cell(run.ended),
          Table.Cell(run.command.joined(separator: " "), .code),
        ])
      })
  }

  private func environment(_ runs: [RunRecord]) -> Table {
    let facts = Set(runs.flatMap { $0.environment.facts.keys }).sorted()
    let rows = facts.map { fact in
      let values = runs.map { $0.environment.facts[fact] ?? "not recorded" }
      let isSame = values.allSatisfy { $0 == values[0] }
      let words =
        isSame ? values[0] : zip(runs, values).map { "\($0.id): \($1)" }.joined(separator: "; ")
      return Table.Row(cells: [Table.Cell(fact, .strong), Table.Cell(words)])
    }
    return Table(
      id: "provenance.environment",
      caption: [
        TextSpan("Environment.", .strong), TextSpan(" The same for every run unless said."),
      ], columns: [Table.Column(title: "Fact"), Table.Column(title: "Value", alignment: .fill)],
      rows: rows)
  }

  private func taskGroups() -> [Block] {
    var groups: [(key: [String], cells: [CellResult])] = []
    for cell in input.frame.cells.sorted(by: { $0.identity < $1.identity }) {
      let id = cell.identity
      let key = [id.suite, id.task, id.profile.rawValue]
      if let place = groups.firstIndex(where: { $0.key == key }) {
        groups[place].cells.append(cell)
      } else {
        groups.append((key, [cell]))
      }
    }
    return groups.map { key, cells in
      let title = "\(names.suite(key[0])): \(names.task(key[1], in: key[0])), \(key[2]) profile"
      return .folded(
        title: "\(title) (\(counted(cells.count, "cell", "cells")))",
        [.table(cellTable(cells, title: title, id: Place.word(["cells"] + key)))])
    }
  }

  private func cellTable(_ cells: [CellResult], title: String, id: String) -> Table {
    let wall = NumberColumn(cells.map(\.resources.wallSeconds))
    let memory = NumberColumn(cells.map(\.resources.peakMebibytes))
    return Table(
      id: id, caption: [TextSpan(title + ".", .strong)],
      columns: Self.cellColumns + (namesRuns ? [Table.Column(title: "Run")] : []),
      rows: cells.map { cell in
        Table.Row(
          cells: [
            Table.Cell(names.model(cell.identity.model, in: cell.identity.suite), .strong),
            Table.Cell(count: cell.identity.seed), Table.Cell(cell.state.rawValue),
            cell.parameterCount > 0
              ? Table.Cell(count: cell.parameterCount)
              : Table.Cell(spans: [TextSpan("none", .muted)], sortKey: .last),
            wall.cell(cell.resources.wallSeconds), memory.cell(cell.resources.peakMebibytes),
            Table.Cell(cell.dataOrigin.rawValue), Table.Cell(String(cell.key.prefix(16)), .code),
          ] + (namesRuns ? [Table.Cell(cell.run.isEmpty ? "—" : cell.run, .code)] : []),
          detail: command(cell), id: Place.cell(cell.identity))
      })
  }

  /// One run needs no column of its own.
  private var namesRuns: Bool { input.frame.runs.count > 1 }

  private static let cellColumns = [
    Table.Column(title: "Model"), Table.Column(title: "Seed", alignment: .end),
    Table.Column(title: "State"), Table.Column(title: "Parameters", alignment: .end),
    Table.Column(title: "Wall", alignment: .end, detail: "s"),
    Table.Column(title: "Peak memory", alignment: .end, detail: "MiB"),
    Table.Column(title: "Data"), Table.Column(title: "Key"),
  ]

  private func command(_ cell: CellResult) -> [TextSpan] {
    guard let command = input.commands[cell.identity] else { return [] }
    return [TextSpan(command, .code)]
  }
}
