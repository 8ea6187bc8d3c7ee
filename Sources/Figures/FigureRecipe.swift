import Experiment

/// A kind of figure on the shelf: which numbers it takes from results. Drawing is not its business.
///
/// Reports show what every entry of the shelf has to say, so a new entry needs no other change.
public protocol FigureRecipe: Recipe {
  /// What its figures are about, which decides where they stand.
  static var subject: FigureSubject { get }
  /// The figures of one task; those that are empty are not shown.
  func figures(from source: FigureSource) -> [FigureData]
  /// The figures of a whole suite over all its tasks; those that are empty are not shown.
  func figures(across source: SuiteSource) -> [FigureData]
}

extension FigureRecipe {
  /// No figure of a single task.
  public func figures(from source: FigureSource) -> [FigureData] { [] }
  /// No figure over tasks.
  public func figures(across source: SuiteSource) -> [FigureData] { [] }
}
