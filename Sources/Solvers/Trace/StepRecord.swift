/// One attempted step.
public struct StepRecord: Sendable, Equatable {
  /// t at its start.
  public let time: Double
  /// h.
  public let size: Double
  /// The scaled error estimate E; 0 when the method has none or none was asked for.
  public let errorEstimate: Double
  /// The estimate of the largest eigenvalue of the Jacobian, ‖k_b - k_a‖ / ‖g_b - g_a‖ of two stages
  /// at the same time; 0 when the method has none.
  public let eigenvalueEstimate: Double
  /// Whether the solution went on from its end.
  public let isAccepted: Bool

  /// A record of these facts.
  public init(
    time: Double, size: Double, errorEstimate: Double, eigenvalueEstimate: Double, isAccepted: Bool
  ) {
    self.time = time
    self.size = size
    self.errorEstimate = errorEstimate
    self.eigenvalueEstimate = eigenvalueEstimate
    self.isAccepted = isAccepted
  }
}
