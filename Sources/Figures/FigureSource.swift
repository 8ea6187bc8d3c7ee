import Comparison
import Experiment

/// What a figure of one task is made from.
public struct FigureSource: Sendable {
  /// The suite.
  public let suite: SuiteDescription
  /// The task.
  public let task: SuiteDescription.TaskEntry
  /// The profile.
  public let profile: Profile
  /// The cells of the task at the profile, sorted by identity.
  public let cells: [CellResult]
  /// The standings of the task at the profile, one for each primary quantity.
  public let summaries: [TaskSummary]
  private let cellsByModel: [String: [CellResult]]

  /// The part of `frame` and `summaries` that concerns one task of one suite.
  public init(
    frame: ResultFrame, summaries: [TaskSummary], suite: SuiteDescription,
    task: SuiteDescription.TaskEntry, profile: Profile
  ) {
    self.suite = suite
    self.task = task
    self.profile = profile
    cells = frame.cells.filter {
      $0.identity.suite == suite.id && $0.identity.task == task.id
        && $0.identity.profile == profile
    }.sorted { $0.identity < $1.identity }
    cellsByModel = Dictionary(grouping: cells, by: \.identity.model)
    self.summaries = summaries.filter {
      $0.suite == suite.id && $0.task == task.id && $0.profile == profile
    }
  }

  /// The cells of a model, by seed.
  public func cells(of model: String) -> [CellResult] {
    cellsByModel[model] ?? []
  }

  /// The models in the order of the suite, which decides their colours in every figure.
  public var models: [SuiteDescription.ModelEntry] { suite.models }

  /// The heading of a metric, as in `NMSE`.
  public func title(ofMetric name: String) -> String { suite.metrics[name]?.title ?? name }

  /// The heading of a metric with its unit, as in `MAE (m/s)`.
  public func axisTitle(ofMetric name: String) -> String {
    let unit = suite.metrics[name]?.unit ?? "1"
    return unit == "1" || unit.isEmpty
      ? title(ofMetric: name) : "\(title(ofMetric: name)) (\(unit))"
  }

  /// How values of a metric are best seen: ratios for those that are never negative and better when
  /// small, differences for the others.
  public func law(ofMetric name: String, values: [Double]) -> Axis.Law {
    suite.metrics[name]?.direction != .higher && values.allSatisfy { $0 > 0 }
      ? .logarithmic : .linear
  }
}
