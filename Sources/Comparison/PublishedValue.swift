/// A value of a paper: never shown as if it were measured.
public struct PublishedValue: Codable, Sendable, Equatable {
  /// The suite's id.
  public var suite: String
  /// The table or figure.
  public var table: String
  /// The paper's own name of the task.
  public var task: String
  /// The paper's own name of the model.
  public var model: String
  /// The paper's own name of the metric.
  public var metric: String
  /// The value.
  public var value: Double
  /// Where it was read.
  public var source: String
  /// `exact` or `digitised`.
  public var exactness: String
  /// The standard deviation over runs that is printed beside it, in the same unit; nil for none.
  public var deviation: Double?

  /// A value.
  public init(
    suite: String, table: String, task: String, model: String, metric: String, value: Double,
    source: String, exactness: String, deviation: Double? = nil
  ) {
    self.suite = suite
    self.table = table
    self.task = task
    self.model = model
    self.metric = metric
    self.value = value
    self.source = source
    self.exactness = exactness
    self.deviation = deviation
  }
}
