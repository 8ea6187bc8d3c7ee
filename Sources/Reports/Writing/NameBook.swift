import Experiment

/// The headings of suites, tasks, models and metrics by id.
struct NameBook: Sendable {
  private let suites: [String: SuiteDescription]

  init(_ suites: [SuiteDescription]) {
    self.suites = Dictionary(
      suites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func suite(_ id: String) -> String { suites[id]?.title ?? id }

  func task(_ id: String, in suite: String) -> String {
    suites[suite]?.tasks.first { $0.id == id }?.title ?? id
  }

  func model(_ id: String, in suite: String) -> String {
    suites[suite]?.models.first { $0.id == id }?.title ?? id
  }

  /// The metric's title, with its name where another one of the suite has the same title.
  func metric(_ id: String, in suite: String) -> String {
    guard let metrics = suites[suite]?.metrics, let title = metrics[id]?.title else { return id }
    let isUnique = metrics.count { $0.value.title == title } == 1
    return isUnique ? title : "\(title), \(id.replacing("-", with: " "))"
  }

  /// As in `NMSE, roll-out`; the split is named when it is not the test split.
  func quantity(_ quantity: Quantity, in suite: String) -> String {
    let use = quantity.evaluation == "rollout" ? "roll-out" : quantity.evaluation
    let split = quantity.split == "test" ? "" : ", \(quantity.split)"
    return "\(metric(quantity.metric, in: suite)), \(use)\(split)"
  }
}
