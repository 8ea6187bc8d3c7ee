/// What an iterative solve did.
public struct SolveReport: Sendable, Equatable {
  /// How it ended.
  public let outcome: LinearOutcome
  /// ‖b − A x‖ / ‖b‖ at the start and after every iteration, as the method knows it.
  public let residuals: [Double]

  /// The iterations made.
  public var iterations: Int { max(residuals.count - 1, 0) }
}
