import Canvas
import Comparison
import Experiment

/// What stands under a leaderboard: scores over all tasks, groups that cannot be told apart, whether
/// one task decides, and what is missing.
struct StandingNotes {
  let section: Leaderboard.Section
  let names: NameBook

  private var suite: String { section.suite.id }
  private var place: String { Place.suite(suite, section.profile) }
  private func name(_ model: String) -> String { names.model(model, in: suite) }

  func blocks() -> [Block] {
    let sentences = [groups(), stability()].compactMap(\.self)
    var blocks: [Block] = sentences.isEmpty ? [] : [.list(sentences)]
    if !section.aggregates.isEmpty { blocks.append(.table(aggregates())) }
    if !section.improvements.isEmpty {
      blocks.append(.folded(title: "Probability of improvement", [.table(improvements())]))
    }
    if !section.missing.isEmpty {
      blocks.append(.folded(title: "Missing from this leaderboard", [.table(missing())]))
    }
    return blocks
  }

  private func groups() -> [TextSpan]? {
    guard let groups = section.criticalGroups else { return nil }
    let runs = groups.groups.map { "{\(shortened($0.map(name), most: 6))}" }
    let told =
      runs.isEmpty
      ? " Every pair of models can be told apart by rank."
      : " Not to be told apart by rank: \(runs.joined(separator: ", "))."
    return [
      TextSpan("Groups.", .strong, target: .place("method.critical-groups")),
      TextSpan(" " + groups.sentence + (groups.sentence.hasSuffix(".") ? "" : ".") + told),
    ]
  }

  private func stability() -> [TextSpan]? {
    guard !section.stability.omissions.isEmpty else { return nil }
    let changes = section.stability.changes.map {
      "without \(names.task($0.task, in: suite)) it would be \(listed($0.winners.map(name)))"
    }
    let words =
      changes.isEmpty
      ? "The winner stays the same whichever single task is left out."
      : "The winner depends on single tasks: \(listed(changes))."
    return [
      TextSpan("Stability.", .strong, target: .place("method.stability")), TextSpan(" " + words),
    ]
  }

  private func aggregates() -> Table {
    let rows = section.aggregates.map { aggregate in
      let values = [
        aggregate.interquartileMean, aggregate.median, aggregate.mean, aggregate.optimalityGap,
      ]
      return Table.Row(
        cells: [Table.Cell(name(aggregate.model), .strong)]
          + values.map { value in
            let column = NumberColumn([value.estimate])
            return Table.Cell(
              spans: [
                TextSpan(column.text(value.estimate)), TextSpan(" " + column.text(value), .muted),
              ], sortKey: .number(value.estimate))
          } + [Table.Cell(count: aggregate.missing)])
    }
    return Table(
      id: place + ".aggregates",
      caption: [
        TextSpan("Scores over all tasks.", .strong, target: .place("method.aggregates")),
        TextSpan(
          " \(section.normalisation?.sentence ?? "") Larger is better, except for the gap; "
            + "95\u{A0}% intervals by bootstrap over seeds within tasks."),
      ],
      columns: [
        Table.Column(title: "Model"),
        Table.Column(title: "Interquartile mean", alignment: .end),
        Table.Column(title: "Median", alignment: .end),
        Table.Column(title: "Mean", alignment: .end),
        Table.Column(title: "Optimality gap", alignment: .end, detail: "↓"),
        Table.Column(title: "Missing", alignment: .end, detail: "scores of 0"),
      ], rows: rows)
  }

  private func improvements() -> Table {
    let rows = section.improvements.map { pair in
      let column = NumberColumn([pair.probability.estimate])
      return Table.Row(cells: [
        Table.Cell(name(pair.model), .strong), Table.Cell(name(pair.other)),
        column.cell(pair.probability.estimate),
        Table.Cell(
          spans: [TextSpan(column.text(pair.probability))],
          sortKey: .number(pair.probability.upper - pair.probability.lower)),
      ])
    }
    return Table(
      id: place + ".improvements",
      caption: [
        TextSpan(
          "Probability of improvement.", .strong, target: .place("method.improvement")),
        TextSpan(" That a run of the first model beats a run of the second, over all tasks."),
      ],
      columns: [
        Table.Column(title: "Model"), Table.Column(title: "Against"),
        Table.Column(title: "Probability", alignment: .end),
        Table.Column(title: "95\u{A0}% interval", alignment: .end),
      ], rows: rows, filter: .offered)
  }

  private func missing() -> Table {
    Table(
      id: place + ".missing", caption: [TextSpan("Missing entries.", .strong)],
      columns: [
        Table.Column(title: "Task"), Table.Column(title: "Model"), Table.Column(title: "Seeds"),
        Table.Column(title: "Reason", alignment: .fill),
      ],
      rows: section.missing.map { entry in
        Table.Row(cells: [
          Table.Cell(names.task(entry.task, in: suite)), Table.Cell(name(entry.model), .strong),
          Table.Cell(
            entry.seeds.isEmpty ? "all" : entry.seeds.map(String.init).joined(separator: ", ")),
          Table.Cell(entry.reason),
        ])
      })
  }
}
