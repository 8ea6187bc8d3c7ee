/// A model that has no value, or too few, on a task, and why.
public struct MissingEntry: Codable, Sendable, Equatable {
  /// The task's id.
  public var task: String
  /// The model's id.
  public var model: String
  /// The seeds without a value; empty when the model was not run on the task at all.
  public var seeds: [Int]
  /// The reason of the first.
  public var reason: String

  /// An entry.
  public init(task: String, model: String, seeds: [Int], reason: String) {
    self.task = task
    self.model = model
    self.seeds = seeds
    self.reason = reason
  }
}
