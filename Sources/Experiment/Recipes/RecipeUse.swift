/// A recipe by name with its resolved parameters, as it is stored, hashed and sent to a worker.
public struct RecipeUse: Codable, Sendable, Equatable {
  /// The name on the shelf, as in `auto-ffn`.
  public let name: String
  /// Every parameter, as canonical JSON (sorted keys, no white space).
  public let parameters: String

  /// A use of a recipe.
  public init(name: String, parameters: String) {
    self.name = name
    self.parameters = parameters
  }
}
