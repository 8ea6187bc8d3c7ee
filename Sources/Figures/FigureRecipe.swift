import Experiment

/// A kind of figure on the shelf: which numbers it takes from results. Drawing is not its business.
public protocol FigureRecipe: Recipe {
  /// The numbers of the figure for one task; `isEmpty` when the results hold nothing to show.
  func data(from source: FigureSource) -> FigureData
}
