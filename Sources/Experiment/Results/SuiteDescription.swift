/// What a report must know of a suite; stored with the results so that no report reads suite files.
public struct SuiteDescription: Codable, Sendable, Equatable {
  /// A task in a table.
  public struct TaskEntry: Codable, Sendable, Equatable {
    /// The id.
    public var id: String
    /// The heading.
    public var title: String
    /// One sentence on what it asks.
    public var summary: String
    /// The quantities that rank models here, the first one being the headline.
    public var primary: [Quantity]

    /// An entry.
    public init(id: String, title: String, summary: String, primary: [Quantity]) {
      self.id = id
      self.title = title
      self.summary = summary
      self.primary = primary
    }
  }

  /// A model in a table.
  public struct ModelEntry: Codable, Sendable, Equatable {
    /// The id.
    public var id: String
    /// The heading.
    public var title: String
    /// One sentence on what it is.
    public var summary: String

    /// An entry.
    public init(id: String, title: String, summary: String) {
      self.id = id
      self.title = title
      self.summary = summary
    }
  }

  /// The id, which is the folder's name.
  public var id: String
  /// The heading.
  public var title: String
  /// One paragraph.
  public var summary: String
  /// The paper, with DOI or arXiv number.
  public var reference: String
  /// Tasks in the order of the suite file.
  public var tasks: [TaskEntry]
  /// Models in the order of the suite file.
  public var models: [ModelEntry]
  /// The metric dictionary by name.
  public var metrics: [String: MetricDefinition]
  /// What it asks of its models together.
  public var questions: [SuiteQuestion]

  /// A description.
  public init(
    id: String, title: String, summary: String, reference: String, tasks: [TaskEntry],
    models: [ModelEntry], metrics: [String: MetricDefinition], questions: [SuiteQuestion] = []
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.reference = reference
    self.tasks = tasks
    self.models = models
    self.metrics = metrics
    self.questions = questions
  }
}
