/// A function that is applied to each element after a linear map.
public enum Activation: String, Codable, Sendable, CaseIterable {
  /// x
  case identity
  /// max(x, 0)
  case relu
  /// x Φ(x), with Φ the distribution function of the standard normal (the exact form, as torch's
  /// default; Hendrycks & Gimpel 2016)
  case gelu
}
