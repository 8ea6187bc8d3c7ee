/// How long a training goes on without a new lowest validation loss.
public enum Patience: Codable, Sendable, Equatable {
  /// To its last step.
  case unlimited
  /// For this many validation checks.
  case checks(Int)

  func isExhausted(after checks: Int) -> Bool {
    guard case .checks(let most) = self else { return false }
    return checks >= most
  }
}
