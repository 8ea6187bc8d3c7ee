import Experiment

/// One of our quantities beside the value of a paper that it is set against.
public struct PublishedMatch: Sendable, Equatable {
  /// Whether the two may be compared.
  public enum Comparability: String, Sendable, CaseIterable {
    /// The protocol is the paper's.
    case yes
    /// The task corrects the paper's protocol: shown for orientation, never as a comparison.
    case context
  }

  /// The suite's id.
  public let suite: String
  /// Our task.
  public let task: String
  /// Our model.
  public let model: String
  /// Our quantity.
  public let quantity: Quantity
  /// Our position on the curve, or 0 for the whole.
  public let position: Int
  /// Whether the two may be compared when ours is at the `paper` profile.
  public let comparability: Comparability
  /// The paper's value.
  public let value: PublishedValue

  /// A match.
  public init(
    suite: String, task: String, model: String, quantity: Quantity, position: Int,
    comparability: Comparability, value: PublishedValue
  ) {
    self.suite = suite
    self.task = task
    self.model = model
    self.quantity = quantity
    self.position = position
    self.comparability = comparability
    self.value = value
  }

  /// Whether a result of ours at `profile` may be compared: other profiles than `paper` have other
  /// sizes and budgets, so that a published value is context beside them.
  public func comparability(at profile: Profile) -> Comparability {
    profile == .paper ? comparability : .context
  }
}
