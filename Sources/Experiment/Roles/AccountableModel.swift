/// A model that tells more of itself than its predictions show, such as how often a solver evaluated it.
public protocol AccountableModel: Model {
  /// What its training and its predictions since the last call took; the predictions are then forgotten.
  func account() throws -> ModelAccount
  /// The trained model under other settings that need no other training, as the tolerance of its solver:
  /// each is judged like the model itself.
  var variants: [ModelVariant] { get }
  /// What is to be known of its results, by name, as that its tolerance is below rounding; stored with the
  /// attempt.
  var facts: [String: String] { get }
}

extension AccountableModel {
  /// None.
  public var variants: [ModelVariant] { [] }
  /// None.
  public var facts: [String: String] { [:] }
}
