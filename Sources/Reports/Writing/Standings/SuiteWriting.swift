import Canvas
import Comparison
import Experiment

/// A suite at a profile: its leaderboard, its tasks one by one, and what papers say.
struct SuiteWriting {
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
    head.blocks.append(
      .table(StandingTables(section: standings, names: names, book: book).overview()))
    let figures = FigureWriting(standings: standings, names: names)
    head.blocks += figures.acrossTasks(input.frame, place: place)
    head.blocks += StandingNotes(section: standings, names: names).blocks()
    head.parts = suite.tasks.compactMap { task($0, figures) }
    return head
  }

  /// What the suite asks of its models together.
  func answers() -> [Section] {
    AnswerWriting(
      section: standings, names: names,
      answers: SuiteAnswers.make(frame: input.frame, suite: suite, profile: standings.profile)
    ).sections()
  }

  /// What papers report, beside what was measured.
  func published() -> [Section] {
    PublishedWriting(section: standings, names: names, book: book, matches: input.published)
      .sections()
  }

  private func task(
    _ entry: SuiteDescription.TaskEntry, _ figures: FigureWriting
  ) -> Section? {
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
    part.blocks += figures.blocks(of: entry, cells, summaries, place: place)
    let measures = MeasureTables(
      suite: suite, task: entry, cells: cells, names: names, place: place)
    part.blocks += measures.blocks()
    return part
  }
}
