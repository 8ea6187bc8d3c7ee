/// A model recipe whose model is a program of its own, and so needs to be told where to run.
public protocol PlacedRecipe: ModelRecipe {
  /// The recipe of a model that runs at `place`.
  func placed(at place: ModelPlace) -> Self
}
