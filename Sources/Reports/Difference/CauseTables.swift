import Canvas
import Experiment

/// What the differences may come from: facts about the machine and keys of the configuration.
struct CauseTables {
  /// A key of the configuration with its values, and the cells that have it so.
  private struct Setting: Hashable {
    let path: String
    let before: String
    let after: String
  }

  private let facts: [(name: String, before: String, after: String)]
  private let settings: [(setting: Setting, cells: [CellResult])]
  /// Cells of which one side does not say how they were configured.
  private let unrecorded: Int
  private let names: NameBook

  init(
    report: RunDifferenceReport, common: [(before: CellResult, after: CellResult)],
    names: NameBook
  ) {
    self.names = names
    let (old, new) = (Self.facts(report.before), Self.facts(report.after))
    facts = Set(old.keys).union(new.keys).sorted().compactMap { name in
      let (before, after) = (old[name] ?? "not recorded", new[name] ?? "not recorded")
      return before == after ? nil : (name, before, after)
    }
    let told = common.filter {
      Self.isRecorded($0.before) && Self.isRecorded($0.after)
    }
    settings = Self.settings(told)
    unrecorded = common.count - told.count
  }

  /// Baselines keep a cell's key and not its configuration.
  private static func isRecorded(_ cell: CellResult) -> Bool {
    !cell.configuration.isEmpty && cell.configuration != "{}"
  }

  /// In a sentence.
  var machine: String {
    facts.isEmpty
      ? "no recorded fact differs." : "\(shortened(facts.map(\.name), most: 8)) differ."
  }

  /// In a sentence.
  var configuration: String {
    if unrecorded > 0, settings.isEmpty {
      return
        "one side keeps only the keys of \(counted(unrecorded, "common cell", "common cells"))."
    }
    return settings.isEmpty
      ? "the same for every common cell."
      : "\(counted(settings.count, "key differs", "keys differ")): "
        + "\(shortened(settings.map(\.setting.path), most: 6))."
  }

  func section() -> Section {
    var blocks: [Block] = []
    if !facts.isEmpty {
      blocks.append(
        .table(
          Table(
            id: "causes.facts", caption: [TextSpan("Facts that differ.", .strong)],
            columns: Self.columns("Fact"),
            rows: facts.map { fact in
              Table.Row(cells: [
                Table.Cell(fact.name, .strong), Table.Cell(fact.before), Table.Cell(fact.after),
              ])
            })))
    }
    if !settings.isEmpty { blocks.append(.table(settingTable())) }
    if blocks.isEmpty {
      blocks.append(
        .paragraph([
          TextSpan(
            unrecorded == 0
              ? "Machine, software and configuration are the same."
              : "No recorded fact differs; the configuration is \(configuration)")
        ]))
    }
    return Section(id: "causes", title: "Machine and configuration", blocks: blocks)
  }

  private static func columns(_ first: String) -> [Table.Column] {
    [
      Table.Column(title: first), Table.Column(title: "Before"), Table.Column(title: "After"),
    ]
  }

  private func settingTable() -> Table {
    Table(
      id: "causes.configuration",
      caption: [TextSpan("Keys of the configuration that differ.", .strong)],
      columns: Self.columns("Key") + [
        Table.Column(title: "Cells", alignment: .end), Table.Column(title: "Models"),
      ],
      rows: settings.map { setting, cells in
        var seen: Set<String> = []
        let models = cells.map { names.model($0.identity.model, in: $0.identity.suite) }
          .filter { seen.insert($0).inserted }
        return Table.Row(cells: [
          Table.Cell(setting.path, .code), Table.Cell(setting.before), Table.Cell(setting.after),
          Table.Cell(count: cells.count), Table.Cell(shortened(models)),
        ])
      }, filter: .offered)
  }

  /// Values of several runs of a side stand together.
  private static func facts(_ side: RunDifferenceReport.Side) -> [String: String] {
    var values: [String: Set<String>] = [:]
    for run in side.frame.runs {
      for (name, value) in run.environment.facts { values[name, default: []].insert(value) }
    }
    return values.mapValues { $0.sorted().joined(separator: " | ") }
  }

  private static func settings(
    _ common: [(before: CellResult, after: CellResult)]
  ) -> [(setting: Setting, cells: [CellResult])] {
    var known: [String: [String: String]] = [:]
    func paths(_ text: String) -> [String: String] {
      if let found = known[text] { return found }
      let found = Configuration.paths(text)
      known[text] = found
      return found
    }
    var found: [Setting: [CellResult]] = [:]
    for (before, after) in common where before.configuration != after.configuration {
      let (old, new) = (paths(before.configuration), paths(after.configuration))
      for path in Set(old.keys).union(new.keys) where old[path] != new[path] {
        let setting = Setting(
          path: path, before: old[path] ?? "absent", after: new[path] ?? "absent")
        found[setting, default: []].append(after)
      }
    }
    return found.sorted {
      ($0.key.path, $0.key.before, $0.key.after) < ($1.key.path, $1.key.before, $1.key.after)
    }.map { ($0.key, $0.value) }
  }
}
