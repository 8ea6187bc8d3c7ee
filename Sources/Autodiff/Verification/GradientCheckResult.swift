/// How far the gradient of a case was from its central differences.
public struct GradientCheckResult: Sendable, Equatable {
  /// The name of the case.
  public let name: String
  /// The input along which the error came closest to its bound (or passed it).
  public let input: String
  /// |difference - gradient| along a direction, relative to `size`.
  public let error: Double
  /// What truncation and rounding can explain at most, relative to `size`.
  public let bound: Double
  /// Σ |weight · output|, the size of the differentiated sum.
  public let size: Double

  /// Whether truncation and rounding explain the error.
  public var passes: Bool { error <= bound }
}
