import Canvas
import Comparison
import Experiment

/// A report as a value: what HTML and PDF have in common, which is all but the looks.
struct ReportContents: Sendable {
  /// A line of the title block.
  struct Fact: Sendable {
    let name: String
    let value: [TextSpan]
  }

  let title: String
  let subtitle: String
  /// The profiles that occur, most careful last.
  let profiles: [Profile]
  let facts: [Fact]
  /// When the last run began, ISO 8601; empty when there is no run.
  let date: String
  let sections: [Section]

  init(_ input: ReportInput) {
    let names = NameBook(input.frame.suites + input.standings.sections.map(\.suite))
    title = input.title
    subtitle = Self.suites(input.standings).joined(separator: " · ")
    profiles = Self.profiles(input)
    facts = TitleFacts(input: input).facts
    date = input.frame.runs.map(\.started).max() ?? ""
    sections =
      [SummaryWriting(input: input, names: names).section()]
      + input.standings.sections.flatMap { SuiteWriting(input, $0, names).sections() }
      + ComparisonWriting(reports: input.comparisons, names: names).sections()
      + [FailureWriting(frame: input.frame, names: names).section()]
      + [MetricWriting(sections: input.standings.sections).section()]
      + [ProvenanceWriting(input: input, names: names).section()]
  }

  /// The leaderboard: standings without the runs behind them.
  init(_ leaderboard: Leaderboard) {
    let input = ReportInput(
      title: "Leaderboard", frame: ResultFrame(suites: [], runs: [], cells: []),
      standings: leaderboard)
    let names = NameBook(leaderboard.sections.map(\.suite))
    title = input.title
    subtitle = Self.suites(leaderboard).joined(separator: " · ")
    profiles = Self.profiles(input)
    facts = leaderboard.sections.map { section in
      Fact(
        name: "\(section.suite.title), \(section.profile.rawValue)",
        value: [TextSpan("from the baseline "), TextSpan(section.baseline, .code)])
    }
    date = ""
    sections =
      [SummaryWriting(input: input, names: names).section()]
      + leaderboard.sections.flatMap { SuiteWriting(input, $0, names).sections() }
      + leaderboard.published.map(PublishedWriting.section)
      + [MetricWriting(sections: leaderboard.sections).section()]
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
