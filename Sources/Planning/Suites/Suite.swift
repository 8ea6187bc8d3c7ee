import Experiment

/// A suite file after both checks: every recipe is known and every parameter is resolved.
public struct Suite: Sendable, Equatable {
  /// The version of the form of suite files that this program reads.
  public static let schemaVersion = 1

  /// The id, which is the folder's name.
  public let id: String
  /// The heading.
  public let title: String
  /// One paragraph.
  public let summary: String
  /// The paper, with DOI or arXiv number.
  public let reference: String
  /// The metrics in the order of the file.
  public let metrics: [PlannedCell.NamedMetric]
  /// The metric dictionary by name.
  public let metricDefinitions: [String: MetricDefinition]
  /// The tasks in the order of the file.
  public let tasks: [SuiteTask]
  /// The models in the order of the file, then those that a user added.
  public let models: [SuiteModel]
  /// The profiles in the order of the file.
  public let profiles: [SuiteProfile]
  /// What is asked of the models together.
  public let questions: [SuiteQuestion]

  /// A suite.
  public init(
    id: String, title: String, summary: String, reference: String,
    metrics: [PlannedCell.NamedMetric], metricDefinitions: [String: MetricDefinition],
    tasks: [SuiteTask], models: [SuiteModel], profiles: [SuiteProfile],
    questions: [SuiteQuestion] = []
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.reference = reference
    self.metrics = metrics
    self.metricDefinitions = metricDefinitions
    self.tasks = tasks
    self.models = models
    self.profiles = profiles
    self.questions = questions
  }

  /// What reports must know of the suite: all its tasks and models, whatever the profile.
  public var suiteDescription: SuiteDescription {
    SuiteDescription(
      id: id, title: title, summary: summary, reference: reference,
      tasks: tasks.map { task in
        .init(id: task.id, title: task.title, summary: task.summary, primary: task.primary)
      },
      models: models.map { model in
        .init(id: model.id, title: model.title, summary: model.summary)
      },
      metrics: metricDefinitions, questions: questions)
  }
}
