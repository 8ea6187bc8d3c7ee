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
  /// What the paper's number is multiplied by to be in our quantity's unit, as 0.01 for a percentage.
  public let factor: Double

  /// A match.
  public init(
    suite: String, task: String, model: String, quantity: Quantity, position: Int,
    comparability: Comparability, value: PublishedValue, factor: Double = 1
  ) {
    self.suite = suite
    self.task = task
    self.model = model
    self.quantity = quantity
    self.position = position
    self.comparability = comparability
    self.value = value
    self.factor = factor
  }

  /// The paper's number in our unit.
  public var number: Double { value.value * factor }

  /// The paper's standard deviation in our unit; nil for none.
  public var deviation: Double? { value.deviation.map { $0 * abs(factor) } }

  /// Whether a result of ours at `profile` may be compared: other profiles than `paper` have other
  /// sizes and budgets, so that a published value is context beside them.
  public func comparability(at profile: Profile) -> Comparability {
    profile == .paper ? comparability : .context
  }
}
