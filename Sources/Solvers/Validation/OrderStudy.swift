/// The order of convergence that a method shows beside the one it claims.
public struct OrderStudy: Sendable, Equatable {
  /// How far the fitted order may lie from the nominal one: what is left of higher terms of the error
  /// at step sizes that rounding does not spoil yet.
  public static let tolerance = 0.2

  /// The method's name, as in `order/<name>`.
  public let name: String
  /// What was solved and measured.
  public let quantity: String
  /// The order it claims.
  public let nominal: Double
  /// The slope of its errors.
  public let observed: Double

  /// Whether the two agree.
  public var agrees: Bool { abs(observed - nominal) <= Self.tolerance }

  /// The study with these errors.
  init(
    name: String, quantity: String, nominal: Double, stepSizes: [Double], errors: [Double]
  ) {
    self.name = name
    self.quantity = quantity
    self.nominal = nominal
    observed = ConvergenceOrder(stepSizes: stepSizes, errors: errors).slope
  }
}
