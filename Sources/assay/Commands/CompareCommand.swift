import ArgumentParser
import Comparison
import Experiment
import Foundation
import Store

/// `assay compare`: stored results against a baseline.
struct CompareCommand: ParsableCommand {
  enum Gate: String, ExpressibleByArgument, CaseIterable {
    case regression
    case never
  }

  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare stored results with a baseline.",
    discussion: """
      Each model is compared with its own earlier result over the same tasks and seeds; --model \
      compares a new model with the baseline's own models. A row is worse, better, equivalent within \
      the margin, undecided or missing.

      EXAMPLES:
        assay compare --baseline quick
        assay compare --baseline quick --fail-on regression --junit compare.xml
        assay compare --baseline quick --model my-model --against all
      """)

  @OptionGroup var workspace: Workspace

  @Option(help: ArgumentHelp("The baseline, as in quick.", valueName: "id"))
  var baseline = "quick"

  @Option(help: ArgumentHelp("Only this model, which the baseline may lack.", valueName: "id"))
  var model = ""

  @Option(help: "With --model: against the best of the baseline's models, or all of them.")
  var against: Rivals = .best

  @Option(help: "The relative change that is called equivalent.")
  var margin = 0.05

  @Option(help: "When to exit with 1: regression or never.")
  var failOn: Gate = .never

  @Flag(help: "Leave out what the baseline has and the store has not.")
  var onlyRun = false

  @Option(help: ArgumentHelp("Write the comparison as Markdown.", valueName: "file"))
  var markdown = ""

  @Option(help: ArgumentHelp("Write the comparison as JSON.", valueName: "file"))
  var json = ""

  @Option(help: ArgumentHelp("Write the comparison as JUnit XML.", valueName: "file"))
  var junit = ""

  func run() throws {
    let report = try comparison()
    print(report.text, terminator: "")
    for (file, text) in [
      (markdown, report.markdown), (json, try report.json()), (junit, report.junit),
    ]
    where !file.isEmpty {
      let url = URL(filePath: file)
      try ReportFolder(url.deletingLastPathComponent()).write(
        [(url.lastPathComponent, Data(text.utf8))])
    }
    if failOn == .regression, report.hasRegression { throw Outcome(code: .regression) }
  }

  private func comparison() throws -> ComparisonReport {
    let stored = try Baseline.load(baseline, in: workspace.baselinesFolder)
    let frame = try ResultStore(path: workspace.store, access: .readOnly).frame(
      FrameQuery(profiles: [stored.profile]))
    let comparer = try Comparer(margin: margin, scope: onlyRun ? .onlyRun : .wholeBaseline)
    guard !model.isEmpty else { return try comparer.compare(frame, against: stored) }
    return try comparer.compareNew(
      model: model, in: frame, against: stored.frame, named: stored.id, profile: stored.profile,
      rivals: against)
  }
}
