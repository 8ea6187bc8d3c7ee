import Experiment
import Randomness

/// A model that does nothing.
struct IdleModel: ModelRecipe {
  func build(for role: Role, random: RandomStream) throws -> any Model { BuiltIdleModel() }
}
