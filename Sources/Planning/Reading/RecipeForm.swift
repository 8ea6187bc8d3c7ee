import Experiment

/// What a file may say of a recipe.
struct RecipeForm {
  /// Its parameters' types.
  let parameters: ParameterType
  /// The values of parameters that are not given, or why they cannot be written down.
  let defaults: Result<JSONValue, any Error>

  /// The form of the recipes of `type`.
  init<R: Recipe>(of type: R.Type) {
    let recipe = type.init()
    parameters = ParameterProbe.type(of: recipe)
    defaults = Result { try JSONValue(encoding: recipe) }
  }
}
