import Canvas
import Experiment

/// Where the numbers come from: runs, machines, data, keys, and the command that makes each again.
struct ProvenanceWriting {
  let runs: [RunRecord]
  let book: CellBook
  let commands: [CellIdentity: String]
  let names: NameBook

  init(input: ReportInput, book: CellBook, names: NameBook) {
    runs = input.frame.runs.sorted { $0.id < $1.id }
    commands = input.commands
    self.book = book
    self.names = names
  }

  func section() -> Section {
    var blocks: [Block] = []
    if !runs.isEmpty { blocks.append(.table(runTable(runs))) }
    if runs.contains(where: { !$0.environment.facts.isEmpty }) {
      blocks.append(.table(environment(runs)))
    }
    blocks.append(.heading("Cells"))
    blocks.append(
      .paragraph([
        TextSpan(
          "Every cell with its key, a SHA-256 over all that can change its numbers, and the "
            + "command that makes it again.")
      ]))
    let groups = taskGroups()
    blocks.append(
      .onScreen(groups.map { .folded(title: $0.heading, [.table(cellTable($0))]) }))
    blocks.append(.onPaper(groups.map { .table(seedTable($0)) }))
    return Section(id: "provenance", title: "Provenance", blocks: blocks, isAppendix: true)
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

  /// The cells of one task of one suite at one profile.
  private struct Group {
    let id: String
    let title: String
    var cells: [CellResult]

    var heading: String { "\(title) (\(counted(cells.count, "cell", "cells")))" }
  }

  private func taskGroups() -> [Group] {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    for cell in book.cells {
      let name = cell.identity
      let id = Place.word(["cells", name.suite, name.task, name.profile.rawValue])
      if let place = places[id] {
        groups[place].cells.append(cell)
      } else {
        places[id] = groups.count
        let title =
          "\(names.suite(name.suite)): \(names.task(name.task, in: name.suite)), "
          + "\(name.profile.rawValue) profile"
        groups.append(Group(id: id, title: title, cells: [cell]))
      }
    }
    return groups
  }

  private func cellTable(_ group: Group) -> Table {
    let cells = group.cells
    let wall = NumberColumn(cells.map(\.resources.wallSeconds))
    let memory = NumberColumn(cells.map(\.resources.peakMebibytes))
    return Table(
      id: group.id, caption: [TextSpan(group.title + ".", .strong)],
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
      }, filter: .offered)
  }

  /// One run needs no column of its own.
  private var namesRuns: Bool { runs.count > 1 }

  private static let cellColumns = [
    Table.Column(title: "Model"), Table.Column(title: "Seed", alignment: .end),
    Table.Column(title: "State"), Table.Column(title: "Parameters", alignment: .end),
    Table.Column(title: "Wall", alignment: .end, detail: "s"),
    Table.Column(title: "Peak memory", alignment: .end, detail: "MiB"),
    Table.Column(title: "Data"), Table.Column(title: "Key"),
  ]

  private func command(_ cell: CellResult) -> [TextSpan] {
    guard let command = commands[cell.identity] else { return [] }
    return [TextSpan(command, .code)]
  }

  /// A row for all seeds of a model: paper has no room for one each.
  private func seedTable(_ group: Group) -> Table {
    var models: [[CellResult]] = []
    for cell in group.cells {
      if models.last?[0].identity.model == cell.identity.model {
        models[models.count - 1].append(cell)
      } else {
        models.append([cell])
      }
    }
    let command = group.cells.first.map(command) ?? []
    let origins = Set(group.cells.map(\.dataOrigin.rawValue)).sorted()
    return Table(
      id: group.id,
      caption: [
        TextSpan(group.title + ".", .strong), TextSpan(" Data: \(listed(origins))."),
      ] + (command.isEmpty ? [] : [" The first cell is made again by "] + command + ["."]),
      columns: [
        Table.Column(title: "Model"), Table.Column(title: "Parameters", alignment: .end),
        Table.Column(title: "Wall, all seeds", alignment: .end, detail: "s"),
        Table.Column(title: "Peak memory", alignment: .end, detail: "MiB"),
        Table.Column(title: "Seed: beginning of the key", alignment: .fill),
      ], rows: seedRows(models))
  }

  private func seedRows(_ models: [[CellResult]]) -> [Table.Row] {
    let times = models.map { $0.map(\.resources.wallSeconds).reduce(0, +) }
    let sizes = models.map { $0.map(\.resources.peakMebibytes).max() ?? 0 }
    let (wall, memory) = (NumberColumn(times), NumberColumn(sizes))
    return models.indices.map { index in
      let first = models[index][0]
      let keys = models[index].map { cell in
        "\(cell.identity.seed): \(cell.key.prefix(8))"
          + (cell.state == .done ? "" : " (\(cell.state.rawValue))")
      }
      return Table.Row(
        cells: [
          Table.Cell(names.model(first.identity.model, in: first.identity.suite), .strong),
          first.parameterCount > 0 ? Table.Cell(count: first.parameterCount) : .none,
          wall.cell(times[index]), memory.cell(sizes[index]),
          Table.Cell(
            spans: keys.enumerated().flatMap { place, key in
              [TextSpan(place == 0 ? "" : "   "), TextSpan(key.replacing(" ", with: "\u{A0}"))]
            }, sortKey: .last),
        ], id: Place.cell(first.identity))
    }
  }
}
