import Canvas
import Comparison
import Experiment
import Figures

/// A suite at a profile: its leaderboard, its tasks one by one, and what papers say.
struct SuiteWriting {
  /// The most models that a figure shows; more curves than this cannot be told apart.
  private static let drawnModels = 16

  private let input: ReportInput
  private let standings: Leaderboard.Section
  private let names: NameBook
  private let book: CellBook
  private let tasks: [String: [CellResult]]
  private var suite: SuiteDescription { standings.suite }

  init(
    _ input: ReportInput, _ standings: Leaderboard.Section, _ names: NameBook, _ book: CellBook
  ) {
    self.input = input
    self.standings = standings
    self.names = names
    self.book = book
    tasks = Dictionary(
      grouping: input.frame.cells.filter {
        $0.identity.suite == standings.suite.id && $0.identity.profile == standings.profile
      }, by: \.identity.task)
  }

  /// The leaderboard with its tasks.
  func section() -> Section {
    let place = Place.suite(suite.id, standings.profile)
    var head = Section(id: place, title: suite.title, note: standings.profile.label)
    if !suite.summary.isEmpty { head.blocks.append(.paragraph([TextSpan(suite.summary)])) }
    head.blocks.append(.table(StandingTables(section: standings, names: names, book: book).overview()))
    head.blocks += StandingNotes(section: standings, names: names).blocks()
    head.parts = suite.tasks.compactMap(task)
    return head
  }

  /// What papers report, beside what was measured.
  func published() -> [Section] {
    PublishedWriting(section: standings, names: names, book: book, matches: input.published).sections()
  }

  private func task(_ entry: SuiteDescription.TaskEntry) -> Section? {
    let cells = tasks[entry.id] ?? []
    let summaries = standings.summaries.filter { $0.task == entry.id }
    guard !summaries.isEmpty || !cells.isEmpty else { return nil }
    let place = Place.task(entry.id, suite.id, standings.profile)
    var part = Section(id: place, title: entry.title, note: standings.profile.label)
    if !entry.summary.isEmpty { part.blocks.append(.paragraph([TextSpan(entry.summary)])) }
    let tables = StandingTables(section: standings, names: names, book: book)
    part.blocks += summaries.enumerated().map { index, summary in
      .table(tables.task(summary, id: "\(place).table\(index)"))
    }
    part.blocks += figures(of: entry, cells, summaries, place: place)
    let measures = MeasureTables(
      suite: suite, task: entry, cells: cells, names: names, place: place)
    part.blocks += measures.blocks()
    return part
  }

  /// Curves stand open, pictures of single predictions are folded.
  private func figures(
    of entry: SuiteDescription.TaskEntry, _ cells: [CellResult], _ summaries: [TaskSummary],
    place: String
  ) -> [Block] {
    let shown = drawn(cells, summaries)
    let source = FigureSource(
      frame: ResultFrame(suites: [suite], runs: [], cells: shown.cells),
      summaries: shown.summaries, suite: suite, task: entry, profile: standings.profile)
    let query = FigureQuery(suite: suite.id, task: entry, profile: standings.profile)
    var open: [Block] = []
    var folded: [Block] = []
    for (index, figure) in FigureCatalogue.figures(from: source).enumerated() {
      let shown = Illustration(
        id: "\(place).figure\(index)", data: figure, query: query.text(for: figure.kind))
      if FigureCatalogue.all[figure.kind]?.subject == .prediction {
        folded += picture(shown, best: summaries.first?.standings ?? [])
      } else {
        open.append(.figure(shown))
      }
    }
    if let note = shown.note { open.append(.paragraph([TextSpan(note, .muted)])) }
    return folded.isEmpty
      ? open : open + [.folded(title: "Predictions beside the truth, in pictures", folded)]
  }

  /// The models beside the truth that paper has room for.
  private static let printedModels = 4

  /// Fields of all models on a screen, of the best ones on paper.
  private func picture(_ shown: Illustration, best: [Standing]) -> [Block] {
    guard case .fields(var plot) = shown.data.content, plot.rows.count > Self.printedModels else {
      return [.figure(shown)]
    }
    let titles = best.map { names.model($0.model, in: suite.id) }
    let chosen = titles.filter { title in plot.rows.contains { $0.name == title } }
      .prefix(Self.printedModels)
    plot.rows = chosen.compactMap { title in plot.rows.first { $0.name == title } }
    var data = shown.data
    data.content = .fields(plot)
    data.caption += " The \(chosen.count) models that stand best; the page has all."
    return [
      .onScreen([.figure(shown)]),
      .onPaper([.figure(Illustration(id: shown.id, data: data, query: shown.query))]),
    ]
  }

  /// The models that rank best by the headline, where there are too many to draw.
  private func drawn(
    _ cells: [CellResult], _ summaries: [TaskSummary]
  ) -> (cells: [CellResult], summaries: [TaskSummary], note: String?) {
    guard let headline = summaries.first, headline.standings.count > Self.drawnModels else {
      return (cells, summaries, nil)
    }
    let best = Set(headline.standings.prefix(Self.drawnModels).map(\.model))
    return (
      cells.filter { best.contains($0.identity.model) },
      summaries.map { summary in
        var some = summary
        some.standings = summary.standings.filter { best.contains($0.model) }
        return some
      },
      "Figures show the \(Self.drawnModels) of \(headline.standings.count) models that stand best "
        + "by \(names.quantity(headline.quantity, in: suite.id)); the table has all."
    )
  }
}
