import Experiment

/// The answers to a suite's questions on one task.
public struct TaskAnswers: Sendable, Equatable {
  /// The answer to a question about saving.
  public struct Saving: Sendable, Equatable {
    /// The model that the others are set against.
    public var reference: String
    /// The cost that is saved.
    public var cost: Quantity
    /// The mean quality of the reference at its own setting; nil when a seed has none.
    public var referenceQuality: Interval?
    /// The mean cost of the reference at its own setting; nil when a seed has none.
    public var referenceCost: Interval?
    /// The settings of the reference that make its curve, its own not among them: as in `tolerance-0.1`.
    public var settings: [String]
    /// Every other model, in the suite's order.
    public var methods: [MethodSaving]
  }

  /// The task's id.
  public var task: String
  /// What quality is: the task's first quantity that is not the cost.
  public var quality: Quantity
  /// Which way of it is better.
  public var direction: Direction
  /// How qualities are set against each other: as a ratio where less is better and all are positive, else
  /// as a difference.
  public var scale: ChangeScale
  /// The answers about saving.
  public var savings: [Saving]
  /// The answers about contrasts.
  public var contrasts: [ContrastAnswer]

  /// Whether a change of quality is for the better; nil when the interval does not say, or there is none.
  public func isBetter(_ change: Answer) -> Bool? {
    guard let interval = change.interval else { return nil }
    let none = scale == .ratio ? 1.0 : 0
    if interval.lower > none { return direction == .higher }
    if interval.upper < none { return direction == .lower }
    return nil
  }
}
