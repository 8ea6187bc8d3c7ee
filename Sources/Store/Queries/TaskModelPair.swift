/// A task and a model of one suite, by their ids.
public struct TaskModelPair: Sendable, Hashable {
  /// The task's id.
  public let task: String
  /// The model's id.
  public let model: String

  /// A pair.
  public init(task: String, model: String) {
    self.task = task
    self.model = model
  }
}
