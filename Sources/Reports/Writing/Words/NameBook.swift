import Experiment

/// The headings of suites, tasks, models and metrics by id.
struct NameBook: Sendable {
  private struct Names: Sendable {
    let title: String
    let tasks: [String: String]
    let models: [String: String]
    let metrics: [String: String]
  }

  private let suites: [String: Names]

  init(_ suites: [SuiteDescription]) {
    self.suites = Dictionary(
      suites.map { ($0.id, Self.names($0)) }, uniquingKeysWith: { first, _ in first })
  }

  func suite(_ id: String) -> String { suites[id]?.title ?? id }

  func task(_ id: String, in suite: String) -> String { suites[suite]?.tasks[id] ?? id }

  func model(_ id: String, in suite: String) -> String { suites[suite]?.models[id] ?? id }

  /// The metric's title, with its name where another one of the suite has the same title.
  func metric(_ id: String, in suite: String) -> String { suites[suite]?.metrics[id] ?? id }

  /// The place of a metric in the dictionary; empty when it has no entry.
  func place(ofMetric id: String, in suite: String) -> String {
    suites[suite]?.metrics[id] == nil ? "" : Place.metric(id, suite)
  }

  /// As in `NMSE, roll-out`; the split is named when it is not the test split.
  func quantity(_ quantity: Quantity, in suite: String) -> String {
    let use = quantity.evaluation == "rollout" ? "roll-out" : quantity.evaluation
    let split = quantity.split == "test" ? "" : ", \(quantity.split)"
    return "\(metric(quantity.metric, in: suite)), \(use)\(split)"
  }

  private static func names(_ suite: SuiteDescription) -> Names {
    var uses: [String: Int] = [:]
    for metric in suite.metrics.values { uses[metric.title, default: 0] += 1 }
    return Names(
      title: suite.title,
      tasks: Dictionary(
        suite.tasks.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first }),
      models: Dictionary(
        suite.models.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first }),
      metrics: Dictionary(
        uniqueKeysWithValues: suite.metrics.map { id, metric in
          let isUnique = uses[metric.title] == 1
          return (id, isUnique ? metric.title : "\(metric.title), \(id.replacing("-", with: " "))")
        }))
  }
}
