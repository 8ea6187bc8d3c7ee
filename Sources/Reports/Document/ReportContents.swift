import Canvas
import Comparison
import Experiment

/// A report as a value: what HTML and PDF have in common, which is all but the looks.
struct ReportContents: Sendable {
  let title: String
  let subtitle: String
  /// The profiles that occur, most careful last.
  var profiles: [Profile] = []
  /// Said under the title.
  var facts: [Fact] = []
  /// The finding in running text, a paragraph for each suite.
  var abstract: [[TextSpan]] = []
  /// When the last run began, ISO 8601; empty when there is no run.
  var date = ""
  let sections: [Section]
  /// What stands behind single numbers.
  var records: CellRecords?

  init(title: String, subtitle: String, sections: [Section]) {
    self.title = title
    self.subtitle = subtitle
    self.sections = sections
  }

  init(_ input: ReportInput) {
    let names = NameBook(input.frame.suites + input.standings.sections.map(\.suite))
    let book = CellBook(input.frame.cells)
    let suites = input.standings.sections.map { SuiteWriting(input, $0, names, book) }
    let summary = SummaryWriting(input: input, names: names, book: book)
    let methods = MethodWriting(input: input)
    let standing = [summary.section()] + suites.map { $0.section() }
    let beside =
      suites.flatMap { $0.answers() }
      + ComparisonWriting(reports: input.comparisons, names: names).sections()
      + suites.flatMap { $0.published() }
      + [FailureWriting(frame: input.frame, logs: input.logs, names: names).section()]
    let reference = [
      methods.section(), MetricWriting(suites: input.standings.sections.map(\.suite)).section(),
      ProvenanceWriting(input: input, book: book, names: names).section(), methods.references(),
    ]
    self.init(
      title: input.title, subtitle: Self.suites(input.standings).joined(separator: " · "),
      sections: standing + beside + reference)
    profiles = Self.profiles(input)
    facts = TitleFacts(input: input).facts
    abstract = summary.abstract()
    date = input.frame.runs.map(\.started).max() ?? ""
    records = CellRecords(
      book: book, runs: input.frame.runs, commands: input.commands, names: names)
  }

  /// The leaderboard: standings without the runs behind them.
  init(_ leaderboard: Leaderboard) {
    let input = ReportInput(
      title: "Leaderboard", frame: ResultFrame(suites: [], runs: [], cells: []),
      standings: leaderboard)
    let names = NameBook(leaderboard.sections.map(\.suite))
    let book = CellBook(leaderboard)
    let methods = MethodWriting(input: input)
    let summary = SummaryWriting(input: input, names: names, book: book)
    let standing = leaderboard.sections.map { SuiteWriting(input, $0, names, book).section() }
    let reference = [
      methods.section(), MetricWriting(suites: leaderboard.sections.map(\.suite)).section(),
      ProvenanceWriting(input: input, book: book, names: names).section(), methods.references(),
    ]
    self.init(
      title: input.title, subtitle: Self.suites(leaderboard).joined(separator: " · "),
      sections: [summary.section()] + standing
        + leaderboard.published.map(PublishedWriting.section) + reference)
    profiles = Self.profiles(input)
    facts = leaderboard.sections.map { section in
      Fact(
        name: "\(section.suite.title), \(section.profile.rawValue)",
        value: [TextSpan("from the baseline "), TextSpan(section.baseline, .code)])
    }
    let runs = leaderboard.sections.map { section in
      RunRecord(
        id: section.baseline, command: [], started: "",
        environment: EnvironmentRecord(facts: section.provenance.environment))
    }
    records = CellRecords(book: book, runs: runs, commands: [:], names: names)
  }

  private static func suites(_ leaderboard: Leaderboard) -> [String] {
    leaderboard.sections.map(\.suite.title).reduce(into: []) { titles, title in
      if !titles.contains(title) { titles.append(title) }
    }
  }

  private static func profiles(_ input: ReportInput) -> [Profile] {
    let found = Set(
      input.standings.sections.map(\.profile) + input.frame.cells.map(\.identity.profile))
    return Profile.allCases.filter(found.contains)
  }
}
