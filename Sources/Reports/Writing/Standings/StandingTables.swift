import Canvas
import Comparison
import Experiment

/// Tables of standings: all tasks of a suite, and one task in full.
struct StandingTables {
  let section: Leaderboard.Section
  let names: NameBook
  let book: CellBook

  private var suite: String { section.suite.id }

  private static let legend: [TextSpan] = [
    TextSpan("●", .strong), " best    ", TextSpan("≈", .strong),
    " indistinguishable from the best    ", TextSpan("(2/3 seeds)", .muted),
    " mean over the seeds that have a value",
  ]
  private static let frontLegend: [TextSpan] = [
    TextSpan("    ◆", .strong), " no other model is both better and cheaper",
  ]

  /// Models by mean rank, with the mean on every task.
  func overview() -> Table {
    let values = section.summaries.map { overviewValues($0) }
    let hasRates = section.meanRanks.contains { $0.winRate != nil }
    let ranks = NumberColumn(section.meanRanks.map(\.meanRank))
    let rows =
      section.meanRanks.map { rank in
        let rate = hasRates ? [rate(rank)] : []
        return Table.Row(
          cells: [Table.Cell(names.model(rank.model, in: suite), .strong), rankCell(rank, ranks)]
            + rate + values.map { $0[rank.model] ?? .missing("not run") })
      }
      + unranked.map { model in
        Table.Row(
          cells: [Table.Cell(names.model(model, in: suite), .strong), .none]
            + (hasRates ? [.none] : []) + values.map { $0[model] ?? .missing("not run") })
      }
    let rateColumn = Table.Column(
      title: "Win rate", alignment: .end, detail: "% of pairings", place: "method.win-rate")
    return Table(
      id: Place.suite(suite, section.profile) + ".leaderboard",
      caption: [
        TextSpan("Leaderboard.", .strong),
        TextSpan(
          " Mean over seeds of each task's primary quantities, models by mean rank; "
            + "\(section.profile.rawValue) profile. ↓ smaller is better, ↑ larger is better."),
      ],
      columns: [
        Table.Column(title: "Model"),
        Table.Column(
          title: "Mean rank", alignment: .end,
          detail: section.meanRanks.contains { $0.rankInterval != nil }
            ? "95\u{A0}% interval" : "",
          place: section.meanRanks.contains { $0.rankInterval != nil } ? "method.rank-interval" : ""
        ),
      ] + (hasRates ? [rateColumn] : []) + section.summaries.map(column), rows: rows,
      filter: .offered, legend: Self.legend)
  }

  /// Models without a value in any task, in the order of their standings.
  private var unranked: [String] {
    let ranked = Set(section.meanRanks.map(\.model))
    var seen: Set<String> = []
    return section.summaries.flatMap { $0.standings.map(\.model) }
      .filter { !ranked.contains($0) && seen.insert($0).inserted }
  }

  private func column(_ summary: TaskSummary) -> Table.Column {
    Table.Column(
      title: names.task(summary.task, in: suite), alignment: .end,
      detail: names.quantity(summary.quantity, in: suite) + arrow(summary.direction),
      place: names.place(ofMetric: summary.quantity.metric, in: suite))
  }

  private func overviewValues(_ summary: TaskSummary) -> [String: Table.Cell] {
    let column = NumberColumn(summary.standings.compactMap { $0.interval?.estimate })
    return Dictionary(
      summary.standings.map { ($0.model, value($0, column, of: summary)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func rate(_ rank: Leaderboard.ModelRank) -> Table.Cell {
    guard let rate = rank.winRate else { return .none }
    return Table.Cell(
      spans: [TextSpan(NumberText.plain(rate * 100, digits: 2))], sortKey: .number(rate))
  }

  /// All that is known of each model on one task by one quantity.
  func task(_ summary: TaskSummary, id: String) -> Table {
    let means = NumberColumn(summary.standings.compactMap { $0.interval?.estimate })
    let best = summary.standings.first?.interval?.estimate
    let ratioColumn = NumberColumn(summary.standings.compactMap { ratio($0, to: best) })
    let front = Set(
      summary.paretoFronts.first { $0.cost == "training-seconds" }?.points
        .filter(\.isOnFront).map(\.model) ?? [])
    let rows = summary.standings.map { standing in
      Table.Row(cells: [
        modelCell(standing.model, isOnFront: front.contains(standing.model)), rankCell(standing),
        value(standing, means, of: summary), interval(standing, means),
        ratio(standing, to: best).map { ratioColumn.cell($0) } ?? .none,
        seeds(standing, summary),
      ])
    }
    return Table(
      id: id,
      caption: [
        TextSpan(
          names.quantity(summary.quantity, in: suite), .strong,
          target: dictionary(summary.quantity)), TextSpan(".", .strong),
        TextSpan(
          " \(names.task(summary.task, in: suite)), \(summary.quantity.split) split; "
            + "\(summary.direction == .lower ? "smaller" : "larger") is better; mean over seeds "
            + "with its 95 % interval; \(section.profile.rawValue) profile."),
      ], columns: Self.taskColumns, rows: rows,
      legend: Self.legend + (front.isEmpty ? [] : Self.frontLegend))
  }

  private func dictionary(_ quantity: Quantity) -> TextSpan.Target? {
    let place = names.place(ofMetric: quantity.metric, in: suite)
    return place.isEmpty ? nil : .place(place)
  }

  private func modelCell(_ model: String, isOnFront: Bool) -> Table.Cell {
    let name = names.model(model, in: suite)
    return Table.Cell(
      spans: [TextSpan(name, .strong)] + (isOnFront ? [TextSpan("\u{A0}◆")] : []),
      sortKey: .text(name))
  }

  /// The rank, with the ranks that the data allow.
  private func rankCell(_ standing: Standing) -> Table.Cell {
    guard standing.rank > 0 else { return .none }
    guard let range = standing.rankInterval, range.best < range.worst else {
      return Table.Cell(count: standing.rank)
    }
    return Table.Cell(
      spans: [
        TextSpan(String(standing.rank)), TextSpan(" (\(range.best)–\(range.worst))", .muted),
      ], sortKey: .number(Double(standing.rank)))
  }

  private static let taskColumns = [
    Table.Column(title: "Model"),
    Table.Column(
      title: "Rank", alignment: .end, detail: "and range", place: "method.rank-interval"),
    Table.Column(title: "Mean", alignment: .end),
    Table.Column(title: "95\u{A0}% interval", alignment: .end),
    Table.Column(title: "×\u{A0}best", alignment: .end),
    Table.Column(title: "Each seed", alignment: .fill),
  ]

  private func arrow(_ direction: Direction) -> String {
    direction == .lower ? "\u{A0}↓" : "\u{A0}↑"
  }

  private func rankCell(_ rank: Leaderboard.ModelRank, _ column: NumberColumn) -> Table.Cell {
    var spans = [TextSpan(column.text(rank.meanRank))]
    if let range = rank.rankInterval {
      let ends = [range.lower, range.upper].map { NumberText.plain($0, digits: 2) }
      spans.append(TextSpan(" [\(ends[0]),\u{A0}\(ends[1])]", .muted))
    }
    if rank.missing > 0 { spans.append(TextSpan(" (\(rank.missing) missing)", .muted)) }
    return Table.Cell(spans: spans, sortKey: .number(rank.meanRank))
  }

  private func group(_ model: String, _ task: String) -> CellBook.Group {
    CellBook.Group(suite: suite, task: task, model: model, profile: section.profile)
  }

  private func value(
    _ standing: Standing, _ column: NumberColumn, of summary: TaskSummary
  ) -> Table.Cell {
    guard let interval = standing.interval else {
      return .missing(standing.seeds.compactMap(\.reason).first ?? "no seed was run")
    }
    let place = book.place(of: group(standing.model, summary.task))
    var spans = [
      TextSpan(column.text(interval.estimate), target: place.map { TextSpan.Target.place($0) })
    ]
    if interval.count < standing.seeds.count {
      spans.append(TextSpan(" (\(interval.count)/\(standing.seeds.count) seeds)", .muted))
    }
    return Table.Cell(
      spans: spans, sortKey: .number(interval.estimate),
      mark: standing.rank == 1 ? .best : standing.isIndistinguishableFromBest ? .tied : .none,
      quantity: summary.quantity.word)
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
  private func seeds(_ standing: Standing, _ summary: TaskSummary) -> Table.Cell {
    let cells = Array(book.cells(of: group(standing.model, summary.task)))
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
    return Table.Cell(
      spans: spans, sortKey: numbers.min().map { .number($0) } ?? .last,
      quantity: summary.quantity.word)
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
