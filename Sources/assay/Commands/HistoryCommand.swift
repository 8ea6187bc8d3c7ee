import ArgumentParser
import Canvas
import Experiment
import Figures
import Foundation
import Statistics
import Store

/// `assay history`: how a quantity went on over the runs of the store, and where it changed for good.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show how a quantity went on over the runs, and where it changed for good.",
    discussion: """
      A line a run that found new values: the mean over its seeds and the code that found it. Steps are \
      found by weighted segmentation, so that single outliers make none. Times are quantities as well: \
      --metric training-seconds --evaluation cost --split train.

      EXAMPLES:
        assay history cfdbench --models fno
        assay history cfdbench --metric mae --evaluation one-step
        assay history cfdbench --tasks tube-bc --models fno --figure fno.svg
      """)

  @OptionGroup var workspace: Workspace

  @Argument(help: ArgumentHelp("The suite, as in cfdbench.", valueName: "suite"))
  var suite: String

  @Option(help: "The profile.")
  var profile: Profile = .quick

  @Option(help: ArgumentHelp("Only these tasks.", valueName: "ids"))
  var tasks: IdentifierList = []

  @Option(help: ArgumentHelp("Only these models.", valueName: "ids"))
  var models: IdentifierList = []

  @Option(help: "The metric; the first task's headline when not given.")
  var metric = ""

  @Option(help: "How the predictions were used, as in one-step.")
  var evaluation = ""

  @Option(help: "The split.")
  var split = "test"

  @Option(help: ArgumentHelp("Draw the history of one model on one task.", valueName: "svg"))
  var figure = ""

  func run() throws {
    let store = try ResultStore(path: workspace.store, access: .readOnly)
    let frame = try store.frame(FrameQuery(suites: [suite], profiles: [profile]))
    guard let description = frame.suites.first else {
      throw AssayError(
        .badInput, where: workspace.store, found: "nothing of suite '\(suite)' at this profile",
        expected: "results of it", remedy: "run it, or correct its name or --profile")
    }
    let quantity = quantity(of: description)
    let all = HistorySeries.all(
      of: try store.history(of: quantity, suite: suite, profile: profile))
    let chosen = all.filter {
      (tasks.names.isEmpty || tasks.names.contains($0.task))
        && (models.names.isEmpty || models.names.contains($0.model))
    }
    guard !chosen.isEmpty else {
      throw AssayError(
        .badInput, where: "history",
        found: "no value of \(quantity.metric), \(quantity.evaluation), \(quantity.split)",
        expected: "a quantity, task and model of the store",
        remedy: "'assay list' names them; costs are in the split train or test")
    }
    print(
      "\(quantity.metric), \(quantity.evaluation), \(quantity.split), \(profile.rawValue) profile")
    for series in chosen { print(series.text, terminator: "") }
    if !figure.isEmpty { try draw(chosen, quantity) }
  }

  private func quantity(of description: SuiteDescription) -> Quantity {
    let headline = description.tasks.first { tasks.names.isEmpty || tasks.names.contains($0.id) }?
      .primary.first
    return Quantity(
      metric: metric.isEmpty ? headline?.metric ?? "" : metric,
      evaluation: evaluation.isEmpty ? headline?.evaluation ?? "" : evaluation, split: split)
  }

  private func draw(_ chosen: [HistorySeries], _ quantity: Quantity) throws {
    guard let series = chosen.first, chosen.count == 1 else {
      throw AssayError(
        .badInput, where: "--figure", found: "\(chosen.count) histories", expected: "one",
        remedy: "name one task with --tasks and one model with --models")
    }
    let svg = series.figure(of: quantity).drawing().svg(id: "history")
    let url = URL(filePath: figure)
    try ReportFolder(url.deletingLastPathComponent()).write(
      [(url.lastPathComponent, Data(svg.utf8))])
  }
}
