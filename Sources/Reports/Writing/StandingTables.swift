import Canvas
import Comparison
import Experiment

/// Tables of standings: all tasks of a suite, and one task in full.
struct StandingTables {
  let section: Leaderboard.Section
  let names: NameBook

  private var suite: String { section.suite.id }

  private static let legend: [TextSpan] = [
    TextSpan("●", .strong), " best    ", TextSpan("≈", .strong),
    " indistinguishable from the best    ", TextSpan("(2/3 seeds)", .muted),
    " mean over the seeds that have a value",
  ]

  /// Models by mean rank, with the mean on every task.
  func overview() -> Table {
    let columns =
      [Table.Column(title: "Model"), Table.Column(title: "Mean rank", alignment: .end)]
      + section.summaries.map { summary in
        Table.Column(
          title: names.task(summary.task, in: suite), alignment: .end,
          detail: names.quantity(summary.quantity, in: suite) + arrow(summary.direction))
      }
    let numbers = section.summaries.map { summary in
      NumberColumn(summary.standings.compactMap { $0.interval?.estimate })
    }
    let ranks = NumberColumn(section.meanRanks.map(\.meanRank))
    let rows = section.meanRanks.map { rank in
      Table.Row(
        cells: [Table.Cell(names.model(rank.model, in: suite), .strong), rankCell(rank, ranks)]
          + zip(section.summaries, numbers).map { summary, column in
            value(summary.standings.first { $0.model == rank.model }, column)
          })
    }
    return Table(
      id: Place.suite(suite, section.profile) + ".leaderboard",
      caption: [
        TextSpan("Leaderboard.", .strong),
        TextSpan(
          " Mean over seeds of each task's primary quantities, models by mean rank; "
            + "\(section.profile.rawValue) profile. ↓ smaller is better, ↑ larger is better."),
      ], columns: columns, rows: rows, filter: .offered, legend: Self.legend)
  }

  /// All that is known of each model on one task by one quantity.
  func task(_ summary: TaskSummary, cells: [CellResult], id: String) -> Table {
    let means = NumberColumn(summary.standings.compactMap { $0.interval?.estimate })
    let best = summary.standings.first?.interval?.estimate
    let ratios = summary.standings.compactMap { ratio($0, to: best) }
    let ratioColumn = NumberColumn(ratios)
    let rows = summary.standings.map { standing in
      Table.Row(cells: [
        Table.Cell(names.model(standing.model, in: suite), .strong),
        standing.rank > 0 ? Table.Cell(count: standing.rank) : .none,
        value(standing, means), interval(standing, means),
        ratio(standing, to: best).map { ratioColumn.cell($0) }
          ?? .none,
        seeds(standing, means, cells.filter { $0.identity.model == standing.model }),
      ])
    }
    return Table(
      id: id,
      caption: [
        TextSpan(names.quantity(summary.quantity, in: suite) + ".", .strong),
        TextSpan(
          " \(summary.quantity.split.capitalized) split, "
            + "\(summary.direction == .lower ? "smaller" : "larger") is better; mean over seeds "
            + "with its 95 % interval; \(section.profile.rawValue) profile."),
      ], columns: Self.taskColumns, rows: rows, legend: Self.legend)
  }

  private static let taskColumns = [
    Table.Column(title: "Model"), Table.Column(title: "Rank", alignment: .end),
    Table.Column(title: "Mean", alignment: .end),
    Table.Column(title: "95\u{A0}% interval", alignment: .end),
    Table.Column(title: "×\u{A0}best", alignment: .end),
    Table.Column(title: "Each seed", alignment: .fill),
  ]

  private func arrow(_ direction: Direction) -> String {
    direction == .lower ? "\u{A0}↓" : "\u{A0}↑"
  }

  private func rankCell(_ rank: Leaderboard.ModelRank, _ column: NumberColumn) -> Table.Cell {
    guard rank.missing > 0 else { return column.cell(rank.meanRank) }
    return Table.Cell(
      spans: [
        TextSpan(column.text(rank.meanRank)), TextSpan(" (\(rank.missing) missing)", .muted),
      ], sortKey: .number(rank.meanRank))
  }

  private func value(_ standing: Standing?, _ column: NumberColumn) -> Table.Cell {
    guard let standing else { return .missing("not run") }
    guard let interval = standing.interval else {
      return .missing(standing.seeds.compactMap(\.reason).first ?? "no seed was run")
    }
    let mark: Table.Mark =
      standing.rank == 1 ? .best : standing.isIndistinguishableFromBest ? .tied : .none
    let cell = column.cell(interval.estimate, mark: mark)
    guard interval.count < standing.seeds.count else { return cell }
    let note = " (\(interval.count)/\(standing.seeds.count) seeds)"
    return Table.Cell(
      spans: cell.spans + [TextSpan(note, .muted)], sortKey: cell.sortKey, mark: mark)
  }

  private func interval(_ standing: Standing, _ column: NumberColumn) -> Table.Cell {
    guard let interval = standing.interval else {
      return .none
    }
    guard interval.count > 1 else {
      return Table.Cell(spans: [TextSpan("— one seed", .muted)], sortKey: .last)
    }
    return Table.Cell(
      spans: [TextSpan(column.text(interval))], sortKey: .number(interval.upper - interval.lower))
  }

  private func ratio(_ standing: Standing, to best: Double?) -> Double? {
    guard let best, let mine = standing.interval?.estimate, best > 0, mine > 0 else { return nil }
    return mine / best
  }

  /// The most seeds that are listed one by one.
  private static let listedSeeds = 10

  /// The values by seed, each leading to its cell when the frame has it, and what is missing.
  private func seeds(
    _ standing: Standing, _ column: NumberColumn, _ cells: [CellResult]
  ) -> Table.Cell {
    let numbers = standing.seeds.compactMap(\.number)
    let isKnown = cells.count == standing.seeds.count
    let found = standing.seeds.enumerated().compactMap { index, seed -> TextSpan? in
      let target = isKnown ? TextSpan.Target.place(Place.cell(cells[index].identity)) : nil
      return seed.number.map { TextSpan(NumberText.short($0), target: target) }
    }
    var pieces = found.map { [$0] }
    if let least = numbers.min(), let most = numbers.max(), numbers.count > Self.listedSeeds {
      let range = "\(NumberText.short(least)) to \(NumberText.short(most))"
      pieces = [[TextSpan("\(numbers.count) seeds, \(range)")]]
    }
    pieces += reasons(standing).map { [$0] }
    let spans = pieces.enumerated().flatMap { index, piece in
      index == 0 ? piece : [TextSpan(" · ", .muted)] + piece
    }
    return Table.Cell(spans: spans, sortKey: numbers.min().map { .number($0) } ?? .last)
  }

  /// Each reason once, with how many seeds it holds for.
  private func reasons(_ standing: Standing) -> [TextSpan] {
    var counts: [(reason: String, count: Int)] = []
    for reason in standing.seeds.compactMap(\.reason) {
      if let place = counts.firstIndex(where: { $0.reason == reason }) {
        counts[place].count += 1
      } else {
        counts.append((reason, 1))
      }
    }
    return counts.map { TextSpan("\($0.count) missing: \($0.reason)", .muted) }
  }
}
