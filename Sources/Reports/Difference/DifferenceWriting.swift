import Canvas
import Comparison
import Experiment

/// The sections of a difference: what is new or gone, what changed, and what it may come from.
struct DifferenceWriting {
  private let report: RunDifferenceReport
  private let names: NameBook
  private let common: [(before: CellResult, after: CellResult)]
  private let added: [CellResult]
  private let removed: [CellResult]
  private let changes: [ValueChange]

  init(_ report: RunDifferenceReport, names: NameBook) {
    self.report = report
    self.names = names
    common = report.common
    added = RunDifferenceReport.cells(of: report.after, without: report.before)
    removed = RunDifferenceReport.cells(of: report.before, without: report.after)
    changes = ValueChange.all(common)
  }

  func sections() -> [Section] {
    let causes = CauseTables(report: report, common: common, names: names)
    return [summary(causes), cells(), values(), causes.section()]
  }

  private var restated: [(before: CellResult, after: CellResult)] {
    common.filter { $0.before.state != $0.after.state }
  }

  private func summary(_ causes: CauseTables) -> Section {
    let changed = changes.count { $0.changed > 0 }
    let verdicts = report.comparison.map { " " + Self.verdicts($0) } ?? ""
    let lead = [
      TextSpan(
        changed == 0
          ? "Every value that both sides have is the same, bit by bit."
          : "\(changed) of \(counted(changes.count, "value", "values")) changed.", .strong),
      TextSpan(
        " \(counted(added.count, "cell", "cells")) came, "
          + "\(counted(removed.count, "cell", "cells")) went, \(restated.count) changed state."
          + verdicts
      ),
    ]
    return Section(
      id: "difference", title: "What differs",
      blocks: [
        .lead(lead),
        .facts([
          Fact(name: "Before", value: side(report.before)),
          Fact(name: "After", value: side(report.after)),
          Fact(name: "Machine", value: [TextSpan(causes.machine)]),
          Fact(name: "Configuration", value: [TextSpan(causes.configuration)]),
        ]),
      ])
  }

  private static func verdicts(_ comparison: ComparisonReport) -> String {
    let counts = Verdict.ordered.compactMap { verdict -> String? in
      let count = comparison.rows.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }
    return "Judged over seeds: \(listed(counts))."
  }

  private func side(_ side: RunDifferenceReport.Side) -> [TextSpan] {
    let done = side.frame.cells.count { $0.state == .done }
    let run = side.frame.runs.max { $0.started < $1.started }
    let code = run?.environment.facts["code"].map { ", code \($0)" } ?? ""
    let time = run.map { $0.started.isEmpty ? "" : ", last run \($0.started)" } ?? ""
    return [
      TextSpan(side.name, .strong),
      TextSpan(
        ": \(counted(side.frame.cells.count, "cell", "cells")), \(done) done\(time)\(code)."),
    ]
  }

  private func cells() -> Section {
    var blocks: [Block] = []
    if !restated.isEmpty { blocks.append(.table(states())) }
    for (cells, title, id) in [
      (added, "Only \(report.after.name) has.", "added"),
      (removed, "Only \(report.before.name) has.", "removed"),
    ] where !cells.isEmpty {
      blocks.append(.table(list(cells, title, id: id)))
    }
    if blocks.isEmpty {
      blocks.append(.paragraph(["Both sides have the same cells in the same states."]))
    }
    return Section(id: "cells", title: "Cells", blocks: blocks)
  }

  private func identity(_ cell: CellResult) -> [Table.Cell] {
    let name = cell.identity
    return [
      Table.Cell(names.task(name.task, in: name.suite)),
      Table.Cell(names.model(name.model, in: name.suite), .strong), Table.Cell(count: name.seed),
    ]
  }

  private static let identityColumns = [
    Table.Column(title: "Task"), Table.Column(title: "Model"),
    Table.Column(title: "Seed", alignment: .end),
  ]

  private func states() -> Table {
    Table(
      id: "cells.states", caption: [TextSpan("Cells in another state.", .strong)],
      columns: Self.identityColumns + [
        Table.Column(title: "Before"), Table.Column(title: "After"),
        Table.Column(title: "Reason", alignment: .fill),
      ],
      rows: restated.map { before, after in
        Table.Row(
          cells: identity(after) + [
            Table.Cell(before.state.rawValue), Table.Cell(after.state.rawValue, .strong),
            Table.Cell(after.reason.isEmpty ? before.reason : after.reason),
          ])
      }, filter: .offered)
  }

  private func list(_ cells: [CellResult], _ title: String, id: String) -> Table {
    Table(
      id: "cells.\(id)", caption: [TextSpan(title, .strong)],
      columns: Self.identityColumns + [
        Table.Column(title: "State"), Table.Column(title: "Key"),
      ],
      rows: cells.map { cell in
        Table.Row(
          cells: identity(cell) + [
            Table.Cell(cell.state.rawValue), Table.Cell(String(cell.key.prefix(16)), .code),
          ])
      }, filter: .offered)
  }

  private func values() -> Section {
    let changed = changes.filter { $0.changed > 0 }
    let same = changes.count - changed.count
    var blocks: [Block] = [
      .paragraph([
        TextSpan(
          "\(counted(same, "quantity is", "quantities are")) the same at every common seed, bit by "
            + "bit; times and memory are left out.")
      ])
    ]
    if !changed.isEmpty {
      blocks.append(
        .table(ChangeTable(changes: changed, comparison: report.comparison, names: names).table()))
    }
    return Section(id: "values", title: "Values", blocks: blocks)
  }
}
