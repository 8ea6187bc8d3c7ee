import Experiment

/// The report as one HTML file that opens from disk without a network and works without scripts.
public enum HTMLReport {
  /// The file's text.
  public static func render(_ input: ReportInput) throws -> String {
    let contents = ReportContents(input)
    return try HTMLPage().render(contents)
  }

  /// The file's text for two sets of results side by side.
  public static func renderDifference(_ report: RunDifferenceReport) throws -> String {
    let names = NameBook(report.after.frame.suites + report.before.frame.suites)
    let sections = DifferenceWriting(report, names: names).sections()
    var contents = ReportContents(
      title: report.title,
      subtitle: "\(report.before.name) → \(report.after.name)", sections: sections)
    let cells = report.after.frame.cells + report.before.frame.cells
    contents.profiles = Profile.allCases.filter { profile in
      cells.contains { $0.identity.profile == profile }
    }
    return try HTMLPage().render(contents)
  }
}
