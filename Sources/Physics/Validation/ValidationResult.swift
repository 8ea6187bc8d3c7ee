/// One comparison of a computed quantity with a value known from elsewhere.
public struct ValidationResult: Sendable, Codable, Equatable {
  /// The stable name, such as `ghia/re100/u`.
  public let name: String
  /// What is compared, in words, with its unit.
  public let quantity: String
  /// Our value.
  public let ours: Double
  /// The value it should have.
  public let reference: Double
  /// Where the reference comes from.
  public let source: String
  /// How far `ours` may lie from `reference`.
  public let tolerance: Double
  /// Whether it lies within the tolerance.
  public let pass: Bool

  /// A comparison that passes when `ours` lies within `tolerance` of `reference`.
  public init(
    name: String, quantity: String, ours: Double, reference: Double, source: String,
    tolerance: Double
  ) {
    self.name = name
    self.quantity = quantity
    self.ours = ours
    self.reference = reference
    self.source = source
    self.tolerance = tolerance
    pass = abs(ours - reference) <= tolerance
  }
}
