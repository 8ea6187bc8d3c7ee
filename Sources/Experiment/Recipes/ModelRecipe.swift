import Randomness

/// A model of a shelf, by its hyper-parameters.
public protocol ModelRecipe: Recipe {
  /// An untrained model for `role`; initial weights come from `random.stream("init")`.
  /// - Throws: `AssayError` (unmet requirement) when the role lacks a tensor that the model needs.
  func build(for role: Role, random: RandomStream) throws -> any Model
}
