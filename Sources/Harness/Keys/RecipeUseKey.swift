import Experiment

/// A recipe's use as the key of a dictionary.
struct RecipeUseKey: Hashable {
  let name: String
  let parameters: String

  init(_ use: RecipeUse) {
    name = use.name
    parameters = use.parameters
  }
}
