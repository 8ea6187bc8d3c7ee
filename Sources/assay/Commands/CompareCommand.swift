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
      the margin, undecided or missing. Errors and costs are judged together; times only where the \
      machine was as fast.

      EXAMPLES:
        assay compare --baseline quick
        assay compare --baseline quick --fail-on regression --junit compare.xml
        assay compare --baseline quick --model my-model --against all
        assay compare --baseline quick --model my-model --as fno
      """)

  @OptionGroup var workspace: Workspace

  @Option(help: ArgumentHelp("The baseline, as in quick.", valueName: "id"))
  var baseline = "quick"

  @Option(help: ArgumentHelp("Only this model, which the baseline may lack.", valueName: "id"))
  var model = ""

  @Option(help: "With --model: against the best of the baseline's models, or all of them.")
  var against: Rivals = .best

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("With --model: against this model of the baseline.", valueName: "id"))
  var counterpart = ""

  @OptionGroup var judging: Judging

  @Option(help: "When to exit with 1: regression or never.")
  var failOn: Gate = .never

  @Flag(help: "Leave out what the baseline has and the store has not.")
  var onlyRun = false

  @OptionGroup var outputs: ComparisonOutputs

  func run() throws {
    let stored = try Baseline.load(baseline, in: workspace.baselinesFolder)
    let report = try comparison(with: stored)
    print(report.text, terminator: "")
    try outputs.write(report, suites: stored.frame.suites)
    if failOn == .regression, report.hasRegression { throw Outcome(code: .regression) }
  }

  private func comparison(with stored: Baseline) throws -> ComparisonReport {
    let frame = try ResultStore(path: workspace.store, access: .readOnly).frame(
      FrameQuery(profiles: [stored.profile]))
    guard counterpart.isEmpty else { return try comparison(of: frame, with: stored) }
    let comparer = try judging.comparer(onlyRun ? .onlyRun : .wholeBaseline)
    guard !model.isEmpty else { return try comparer.compare(frame, against: stored) }
    return try comparer.compareNew(
      model: model, in: frame, against: stored.frame, named: stored.id, profile: stored.profile,
      rivals: against)
  }

  /// One model under the name of another: every row of it against that one's.
  private func comparison(of frame: ResultFrame, with stored: Baseline) throws
    -> ComparisonReport
  {
    guard !model.isEmpty else {
      throw AssayError(
        .badInput, where: "--as", found: "'\(counterpart)' without --model",
        expected: "the model that is compared with it", remedy: "name it with --model")
    }
    guard stored.frame.cells.contains(where: { $0.identity.model == counterpart }) else {
      throw AssayError(
        .badInput, where: "--as", found: "no model '\(counterpart)' in baseline \(stored.id)",
        expected: "one of "
          + Set(stored.frame.cells.map(\.identity.model)).sorted().joined(separator: ", "),
        remedy: "correct its name")
    }
    var own = frame
    own.cells = frame.cells.filter { $0.identity.model == model }
    return try judging.comparer(.onlyRun, names: [model: counterpart]).compare(own, against: stored)
  }
}
