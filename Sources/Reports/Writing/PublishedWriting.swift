import Canvas
import Comparison
import Experiment

/// What papers report beside what was measured here, in columns of their own.
struct PublishedWriting {
  let section: Leaderboard.Section
  let names: NameBook
  let values: [PublishedValue]

  /// A section when there is a published value for the suite.
  func sections() -> [Section] {
    let own = values.filter { $0.suite == section.suite.id }
    guard !own.isEmpty else { return [] }
    let related = own.filter { model($0) != nil || task($0) != nil }
    let rest = own.count - related.count
    let place = Place.suite(section.suite.id, section.profile) + ".published"
    var blocks: [Block] = [.paragraph(warning)]
    if !related.isEmpty { blocks.append(.table(table(related, id: place + ".table"))) }
    if rest > 0 {
      blocks.append(
        .paragraph([
          TextSpan(
            "\(counted(rest, "further published value has", "further published values have")) "
              + "neither task nor model in common with this report.", .muted)
        ]))
    }
    return [
      Section(
        id: place, title: "\(section.suite.title): measured and published",
        note: section.profile.label, blocks: blocks)
    ]
  }

  private var warning: [TextSpan] {
    [
      TextSpan("Published values (†) ", .strong),
      TextSpan(
        "are copied from papers and were not measured here: other data, sizes, budgets and code. "
          + "A measured value stands beside one only where task, model and metric carry the same "
          + "name; the two are not a comparison."),
    ]
  }

  private func table(_ values: [PublishedValue], id: String) -> Table {
    let published = NumberColumn(values.map(\.value))
    let found = values.map { measured($0) }
    let ours = NumberColumn(found.compactMap { $0?.estimate })
    let rows = zip(values, found).map { value, interval in
      Table.Row(cells: [
        Table.Cell(value.task), Table.Cell(value.model, .strong), Table.Cell(value.metric),
        Table.Cell(
          spans: [TextSpan(published.text(value.value) + " †")], sortKey: .number(value.value)),
        Table.Cell("\(value.table), \(value.exactness)"),
        interval.map { ours.cell($0.estimate) } ?? .missing(absence(value)),
        interval.map { interval in
          Table.Cell(
            spans: [TextSpan(ours.text(interval))],
            sortKey: .number(interval.upper - interval.lower))
        } ?? .none,
      ])
    }
    return Table(
      id: id,
      caption: [
        TextSpan("Measured and published.", .strong),
        TextSpan(" Sources: \(sources(values)). Measured: \(section.profile.rawValue) profile."),
      ], columns: Self.columns, rows: rows, filter: .offered,
      legend: [TextSpan("†", .strong), " published, not measured here"])
  }

  private static let columns = [
    Table.Column(title: "Task", detail: "paper's name"),
    Table.Column(title: "Model", detail: "paper's name"),
    Table.Column(title: "Metric", detail: "paper's name"),
    Table.Column(title: "Published\u{A0}†", alignment: .end), Table.Column(title: "Read from"),
    Table.Column(title: "Measured", alignment: .end, detail: "mean"),
    Table.Column(title: "Measured", alignment: .end, detail: "95 % interval"),
  ]

  private func sources(_ values: [PublishedValue]) -> String {
    var seen: [String] = []
    for value in values where !seen.contains(value.source) { seen.append(value.source) }
    return seen.joined(separator: "; ")
  }

  private func measured(_ value: PublishedValue) -> Interval? {
    guard let task = task(value), let model = model(value) else { return nil }
    let summary = section.summaries.first { summary in
      summary.task == task.id
        && Self.same(value.metric, [summary.quantity.metric, title(of: summary)])
    }
    return summary?.standings.first { $0.model == model.id }?.interval
  }

  private func title(of summary: TaskSummary) -> String {
    section.suite.metrics[summary.quantity.metric]?.title ?? summary.quantity.metric
  }

  private func absence(_ value: PublishedValue) -> String {
    if task(value) == nil { return "no such task here" }
    return model(value) == nil ? "no such model here" : "no value by this metric"
  }

  private func task(_ value: PublishedValue) -> SuiteDescription.TaskEntry? {
    section.suite.tasks.first { Self.same(value.task, [$0.id, $0.title]) }
  }

  private func model(_ value: PublishedValue) -> SuiteDescription.ModelEntry? {
    section.suite.models.first { Self.same(value.model, [$0.id, $0.title]) }
  }

  /// Whether two names have the same letters and digits.
  private static func same(_ name: String, _ others: [String]) -> Bool {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return others.contains { $0.lowercased().filter { $0.isLetter || $0.isNumber } == letters }
  }
}
