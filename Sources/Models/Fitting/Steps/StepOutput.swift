/// What a network that steps from one velocity to the next answers.
public enum StepOutput: String, Codable, Sendable, CaseIterable {
  /// The next velocity.
  case direct
  /// The change from the last velocity to the next.
  case residual
}
