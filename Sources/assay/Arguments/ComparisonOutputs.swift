import ArgumentParser
import Comparison
import Experiment
import Foundation
import Reports

/// The files that a comparison is written to besides the terminal.
struct ComparisonOutputs: ParsableArguments {
  @Option(help: ArgumentHelp("Write the comparison as Markdown.", valueName: "file"))
  var markdown = ""

  @Option(help: ArgumentHelp("Write the comparison as JSON.", valueName: "file"))
  var json = ""

  @Option(help: ArgumentHelp("Write the comparison as JUnit XML.", valueName: "file"))
  var junit = ""

  @Option(help: ArgumentHelp("Write the comparison as a page.", valueName: "file"))
  var html = ""

  @Option(
    help: ArgumentHelp("Write our values for github-action-benchmark.", valueName: "file"))
  var actionJson = ""

  @Option(help: ArgumentHelp("Write our values in Bencher's metric format.", valueName: "file"))
  var bencherJson = ""

  /// Writes what was asked for; `suites` give a page its headings.
  func write(_ report: ComparisonReport, suites: [SuiteDescription]) throws {
    let page = html.isEmpty ? "" : try ComparisonPage.render([report], suites: suites)
    for (file, text) in [
      (html, page), (markdown, report.markdown), (json, try report.json()), (junit, report.junit),
      (actionJson, report.githubActionBenchmark), (bencherJson, report.bencherMetricFormat),
    ]
    where !file.isEmpty {
      let url = URL(filePath: file)
      try ReportFolder(url.deletingLastPathComponent()).write(
        [(url.lastPathComponent, Data(text.utf8))])
    }
  }
}
