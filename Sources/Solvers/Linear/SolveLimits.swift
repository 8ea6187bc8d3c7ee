/// When an iterative solve stops.
public struct SolveLimits: Sendable, Equatable {
  /// ‖b − A x‖ / ‖b‖ at which the solution counts as found.
  public let tolerance: Double
  /// Iterations at most.
  public let iterations: Int

  /// Limits; the tolerance lies above 0.
  public init(tolerance: Double = 1e-10, iterations: Int = 1000) {
    self.tolerance = tolerance
    self.iterations = iterations
  }
}
