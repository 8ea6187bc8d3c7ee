import Comparison
import Experiment

/// Comparisons with baselines as one HTML file in the report's style.
public enum ComparisonPage {
  /// The file's text; `suites` give the headings and the metric dictionary.
  public static func render(
    _ reports: [ComparisonReport], suites: [SuiteDescription]
  ) throws -> String {
    let names = NameBook(suites)
    let input = ReportInput(
      title: "Comparison", frame: ResultFrame(suites: suites, runs: [], cells: []),
      standings: Leaderboard(sections: []), comparisons: reports)
    let methods = MethodWriting(input: input)
    let title = "Comparison with \(listed(reports.map(\.baseline)))"
    var contents = ReportContents(
      title: title, subtitle: suites.map(\.title).joined(separator: " · "),
      sections: ComparisonWriting(reports: reports, names: names).sections() + [
        methods.section(), MetricWriting(suites: suites).section(), methods.references(),
      ])
    contents.profiles = Profile.allCases.filter { profile in
      reports.contains { $0.profile == profile }
    }
    return try HTMLPage().render(contents)
  }
}
