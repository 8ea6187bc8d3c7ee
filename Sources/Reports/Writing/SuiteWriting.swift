import Canvas
import Comparison
import Experiment
import Figures

/// A suite at a profile: its leaderboard, its tasks one by one, and what papers say.
struct SuiteWriting {
  private let input: ReportInput
  private let section: Leaderboard.Section
  private let names: NameBook
  private var suite: SuiteDescription { section.suite }

  init(_ input: ReportInput, _ section: Leaderboard.Section, _ names: NameBook) {
    self.input = input
    self.section = section
    self.names = names
  }

  func sections() -> [Section] {
    let place = Place.suite(suite.id, section.profile)
    var head = Section(id: place, title: suite.title, note: section.profile.label)
    if !suite.summary.isEmpty { head.blocks.append(.paragraph([TextSpan(suite.summary)])) }
    head.blocks.append(.table(StandingTables(section: section, names: names).overview()))
    head.blocks += acrossTasks(place)
    head.parts = suite.tasks.compactMap(task)
    let published = PublishedWriting(
      section: section, names: names, frame: input.frame, matches: input.published)
    return [head] + published.sections()
  }

  private func acrossTasks(_ place: String) -> [Block] {
    let source = SuiteSource(frame: input.frame, section: section)
    let figures = FigureCatalogue.suiteFigures(from: source)
    guard !figures.isEmpty else { return [] }
    return [.heading("Across tasks")]
      + figures.enumerated().map { .figure(id: "\(place).figure\($0)", $1) }
  }

  private func task(_ entry: SuiteDescription.TaskEntry) -> Section? {
    let source = FigureSource(
      frame: input.frame, summaries: section.summaries, suite: suite, task: entry,
      profile: section.profile)
    guard !source.summaries.isEmpty || !source.cells.isEmpty else { return nil }
    let place = Place.task(entry.id, suite.id, section.profile)
    var part = Section(id: place, title: entry.title, note: section.profile.label)
    if !entry.summary.isEmpty { part.blocks.append(.paragraph([TextSpan(entry.summary)])) }
    let tables = StandingTables(section: section, names: names)
    part.blocks += source.summaries.enumerated().map { index, summary in
      .table(tables.task(summary, cells: source.cells, id: "\(place).table\(index)"))
    }
    part.blocks += MeasureTables(source: source, names: names, place: place).blocks()
    part.blocks += FigureCatalogue.figures(from: source).enumerated().map { index, figure in
      .figure(id: "\(place).figure\(index)", figure)
    }
    return part
  }
}
