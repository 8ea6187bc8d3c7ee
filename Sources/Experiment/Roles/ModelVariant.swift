/// A trained model under other settings.
public struct ModelVariant {
  /// What differs, as in `tolerance-0.001`; no `@` and no `/`.
  public let name: String
  /// The model, which shares the parameters of the one that was trained.
  public let model: any Model

  /// A variant.
  public init(name: String, model: any Model) {
    self.name = name
    self.model = model
  }
}
