import Experiment

/// A cell with all that a worker needs to run it, apart from where the data lie.
public struct PlannedCell: Codable, Sendable, Equatable {
  /// A metric under the name that the suite file gave it.
  public struct NamedMetric: Codable, Sendable, Equatable {
    /// The name in tables, as in `nmse`.
    public var name: String
    /// The metric.
    public var use: RecipeUse

    /// A named metric.
    public init(name: String, use: RecipeUse) {
      self.name = name
      self.use = use
    }
  }

  /// Which cell.
  public var identity: CellIdentity
  /// The task with its resolved parameters for the profile.
  public var task: RecipeUse
  /// The model with its resolved parameters for the profile.
  public var model: RecipeUse
  /// The metrics.
  public var metrics: [NamedMetric]
  /// What the model may spend.
  public var budget: Budget
  /// The folder of the file that names the model, where a model of the user's own has its files; no part
  /// of the key.
  public var modelFolder: String

  /// A planned cell.
  public init(
    identity: CellIdentity, task: RecipeUse, model: RecipeUse, metrics: [NamedMetric],
    budget: Budget, modelFolder: String = ""
  ) {
    self.identity = identity
    self.task = task
    self.model = model
    self.metrics = metrics
    self.budget = budget
    self.modelFolder = modelFolder
  }
}
