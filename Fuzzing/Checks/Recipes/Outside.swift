import Experiment
import Randomness

/// A model recipe with parameters of any form.
struct Outside: ModelRecipe {
  var command: [String] = ["true"]
  var parameters = JSONValue.mapping([:])

  func build(for role: Role, random: RandomStream) throws -> any Model {
    try Wave().build(for: role, random: random)
  }
}
