import Experiment

/// A model of a suite, or one that a user brings to it.
public struct SuiteModel: Sendable, Equatable {
  /// The id within the suite.
  public let id: String
  /// The heading.
  public let title: String
  /// One sentence on what it is.
  public let summary: String
  /// The recipe with its resolved parameters, by profile.
  public let recipes: [Profile: RecipeUse]
  /// What it spends otherwise than the profile says.
  public let budgets: [Profile: BudgetOverride]
  /// The folder of the file that names it.
  public let folder: String

  /// A model.
  public init(
    id: String, title: String, summary: String, recipes: [Profile: RecipeUse],
    budgets: [Profile: BudgetOverride] = [:], folder: String = ""
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.recipes = recipes
    self.budgets = budgets
    self.folder = folder
  }
}
