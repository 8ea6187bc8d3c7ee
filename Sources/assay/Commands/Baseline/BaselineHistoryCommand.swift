import ArgumentParser
import Comparison
import Experiment

/// `assay baseline history`.
struct BaselineHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show how a baseline's values went on over the commits that changed it.",
    discussion: """
      A line a commit for each task, model and headline; a step is where the level changed for good.

      EXAMPLES:
        assay baseline history quick
        assay baseline history quick --models fno
      """)

  @OptionGroup var workspace: Workspace

  @Argument(help: "The id, as in quick.")
  var id: String

  @Option(help: ArgumentHelp("Only these tasks.", valueName: "ids"))
  var tasks: IdentifierList = []

  @Option(help: ArgumentHelp("Only these models.", valueName: "ids"))
  var models: IdentifierList = []

  func run() throws {
    let baseline = try Baseline.load(id, in: workspace.baselinesFolder)
    let commits = try GitLog(file: "\(workspace.baselines)/\(id)/measurements.tsv").commits()
    let history = try BaselineHistory(
      commits, suites: baseline.frame.suites, profile: baseline.profile)
    for series in history.series
    where (tasks.names.isEmpty || tasks.names.contains(series.task))
      && (models.names.isEmpty || models.names.contains(series.model))
    {
      print(
        "\(series.suite)/\(series.task) \(series.model), \(series.quantity.metric) "
          + "\(series.quantity.evaluation) \(series.quantity.split)")
      let steps = Set(series.steps.map(\.place))
      for place in series.commits.indices {
        let value = series.values[place]
        print(
          "  \(series.dates[place].prefix(10))  \(series.commits[place].prefix(12))  "
            + "\(NumberForm.short(value.estimate))  (\(value.count) seeds)"
            + (steps.contains(place) ? "  <- a step" : ""))
      }
    }
  }
}
