import Experiment

/// A task of a suite.
public struct SuiteTask: Sendable, Equatable {
  /// The id within the suite.
  public let id: String
  /// The heading.
  public let title: String
  /// One sentence on what it asks.
  public let summary: String
  /// The recipe with its resolved parameters, for every profile that the suite declares.
  public let recipes: [Profile: RecipeUse]
  /// The names of its metrics.
  public let metrics: [String]
  /// The quantities that rank models here, the first one being the headline.
  public let primary: [Quantity]
  /// The ids of the models that fulfil its role, in the order of the suite.
  public let models: [String]

  /// A task.
  public init(
    id: String, title: String, summary: String, recipes: [Profile: RecipeUse], metrics: [String],
    primary: [Quantity], models: [String]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.recipes = recipes
    self.metrics = metrics
    self.primary = primary
    self.models = models
  }
}
