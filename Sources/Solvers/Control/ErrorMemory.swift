/// The scaled errors of the last two accepted steps.
public struct ErrorMemory: Sendable, Equatable {
  /// Of the last accepted step.
  public let previous: Double
  /// Of the one before.
  public let beforePrevious: Double
}
