/// The entries of the shelves, by their kebab-case names; put together by the executable.
public struct Catalogue: Sendable {
  /// Task recipes by name.
  public let tasks: [String: any TaskRecipe.Type]
  /// Model recipes by name.
  public let models: [String: any ModelRecipe.Type]
  /// Metric recipes by name.
  public let metrics: [String: any Metric.Type]

  /// A catalogue of these entries.
  public init(
    tasks: [String: any TaskRecipe.Type], models: [String: any ModelRecipe.Type],
    metrics: [String: any Metric.Type]
  ) {
    self.tasks = tasks
    self.models = models
    self.metrics = metrics
  }
}
