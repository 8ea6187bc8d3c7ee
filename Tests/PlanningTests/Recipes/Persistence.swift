import Experiment
import Randomness

/// A model recipe without parameters.
struct Persistence: ModelRecipe {
  func build(for role: Role, random: RandomStream) throws -> any Model {
    try WaveNet().build(for: role, random: random)
  }
}
