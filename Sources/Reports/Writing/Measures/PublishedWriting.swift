import Canvas
import Comparison
import Experiment

/// What papers report beside what was measured here, in columns of their own.
struct PublishedWriting {
  let section: Leaderboard.Section
  let names: NameBook
  let book: CellBook
  let matches: [PublishedMatch]

  /// A section when a paper has values for the tasks of this one.
  func sections() -> [Section] {
    let tasks = Set(section.summaries.map(\.task))
    let own = matches.filter { $0.suite == section.suite.id && tasks.contains($0.task) }
    let whole = own.filter { $0.position == 0 }
    guard !own.isEmpty else { return [] }
    let place = Place.suite(section.suite.id, section.profile) + ".published"
    var blocks: [Block] = [.paragraph(warning(whole))]
    if !whole.isEmpty { blocks.append(.table(table(whole, id: place + ".table"))) }
    if own.count > whole.count { blocks.append(.paragraph(rest(own.count - whole.count))) }
    return [
      Section(
        id: place, title: "\(section.suite.title): measured and published",
        note: section.profile.label, blocks: blocks)
    ]
  }

  private func warning(_ matches: [PublishedMatch]) -> [TextSpan] {
    let comparable = matches.contains { $0.comparability(at: section.profile) == .yes }
    let verdict =
      comparable
      ? "Only rows marked as comparable follow the paper's protocol."
      : "None follows the paper's data, protocol and budget: they are context, not a comparison."
    return [
      TextSpan("Published values (†) ", .strong),
      TextSpan("are copied from papers and were not measured here. \(verdict)"),
    ]
  }

  private func rest(_ count: Int) -> [TextSpan] {
    [
      TextSpan(
        "\(counted(count, "further published value stands", "further published values stand")) "
          + "at single roll-out steps; they are in the baseline's files.", .muted)
    ]
  }

  private func table(_ matches: [PublishedMatch], id: String) -> Table {
    let found = matches.map(measured)
    // Metrics of unlike size share no notation.
    let published = columns(zip(matches, matches.map(\.number)))
    let ours = columns(
      zip(matches, found).compactMap { match, interval in
        interval.map { (match, $0.estimate) }
      })
    let rows = zip(matches, found).map { match, interval in
      let metric = match.quantity.metric
      let (published, ours) = (
        published[metric] ?? NumberColumn([]), ours[metric] ?? NumberColumn([])
      )
      return Table.Row(cells: [
        Table.Cell(names.task(match.task, in: match.suite)),
        Table.Cell(match.value.model, .strong),
        Table.Cell(names.quantity(match.quantity, in: match.suite)),
        Table.Cell(
          spans: Self.spans(match.number, match.deviation, published),
          sortKey: .number(match.number)),
        Table.Cell("\(match.value.table), \(match.value.exactness)"),
        Table.Cell(match.comparability(at: section.profile) == .yes ? "yes" : "context only"),
        interval.map { ours.cell($0.estimate) } ?? .missing("not run here"),
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
        TextSpan(" Sources: \(sources(matches)). Measured: \(section.profile.rawValue) profile."),
      ], columns: Self.columns, rows: rows, filter: .offered,
      legend: Self.legend)
  }

  /// A notation for the numbers of each metric.
  private func columns(_ numbers: some Sequence<(PublishedMatch, Double)>) -> [String: NumberColumn]
  {
    Dictionary(grouping: numbers) { $0.0.quantity.metric }
      .mapValues { NumberColumn($0.map(\.1)) }
  }

  private static let legend: [TextSpan] = [
    TextSpan("†", .strong), " published, not measured here; ± standard deviation over runs",
  ]

  /// A published number with the standard deviation that is printed beside it.
  private static func spans(
    _ number: Double, _ deviation: Double?, _ column: NumberColumn
  ) -> [TextSpan] {
    let spread = deviation.map { "\u{A0}±\u{A0}\(NumberText.short($0, digits: 2))" }
    return [TextSpan(column.text(number))]
      + (spread.map { [TextSpan($0, .muted)] } ?? []) + [TextSpan(" †")]
  }

  private static let columns = [
    Table.Column(title: "Task"), Table.Column(title: "Model", detail: "paper's name"),
    Table.Column(title: "Quantity"), Table.Column(title: "Published\u{A0}†", alignment: .end),
    Table.Column(title: "Read from"), Table.Column(title: "Comparable"),
    Table.Column(title: "Measured", alignment: .end, detail: "mean"),
    Table.Column(title: "Measured", alignment: .end, detail: "95 % interval"),
  ]

  private func sources(_ matches: [PublishedMatch]) -> String {
    var seen: [String] = []
    for match in matches where !seen.contains(match.value.source) {
      seen.append(match.value.source)
    }
    return seen.joined(separator: "; ")
  }

  /// The mean over seeds; nil when a seed is missing, because survivors alone are never averaged.
  private func measured(_ match: PublishedMatch) -> Interval? {
    let group = CellBook.Group(
      suite: match.suite, task: match.task, model: match.model, profile: section.profile)
    let values = book.cells(of: group).map { $0.value(match.quantity).number }
    guard values.allSatisfy({ $0 != nil }) else { return nil }
    return Interval.mean(of: values.compactMap(\.self))
  }

  /// A paper's values on a leaderboard, where nothing measured stands beside them.
  static func section(_ paper: Leaderboard.Published) -> Section {
    let numbers = NumberColumn(paper.values.map(\.value))
    let rows = paper.values.map { value in
      Table.Row(cells: [
        Table.Cell(value.task), Table.Cell(value.model, .strong), Table.Cell(value.metric),
        Table.Cell(
          spans: spans(value.value, value.deviation, numbers), sortKey: .number(value.value)),
        Table.Cell("\(value.table), \(value.exactness)"),
      ])
    }
    let place = Place.word(["published", paper.baseline])
    let table = Table(
      id: place + ".table",
      caption: [TextSpan("Published.", .strong), TextSpan(" \(paper.reference)")],
      columns: [
        Table.Column(title: "Task", detail: "of the paper"), Table.Column(title: "Model"),
        Table.Column(title: "Metric"), Table.Column(title: "Published\u{A0}†", alignment: .end),
        Table.Column(title: "Read from"),
      ], rows: rows, filter: .offered,
      legend: Self.legend)
    let warning = [
      TextSpan("Published values (†) ", .strong),
      TextSpan(
        "are copied from a paper with other data, sizes and budgets, and are not ranked with what "
          + "was measured."),
    ]
    return Section(id: place, title: paper.title, blocks: [.paragraph(warning), .table(table)])
  }
}
