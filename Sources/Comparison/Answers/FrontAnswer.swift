/// A ratio of costs at the same quality, each side at whichever of its settings reaches it cheapest.
public struct FrontAnswer: Sendable, Equatable {
  /// What the settings that were run leave open: the cheapest of a side is as good already, so that a
  /// cheaper one might be too.
  public enum Bound: Sendable, Equatable {
    /// Nothing.
    case none
    /// The ratio may be less.
    case atMost
    /// The ratio may be more.
    case atLeast
    /// Both sides are as good at their cheapest: the ratio of these.
    case cheapest
  }

  /// The ratio, the first side's cost over the second's.
  public var ratio: Answer
  /// The quality at which both are compared, as the metric has it; nil without a ratio.
  public var quality: Double?
  /// What the ratio leaves open.
  public var bound: Bound

  /// An answer.
  public init(ratio: Answer, quality: Double? = nil, bound: Bound = .none) {
    self.ratio = ratio
    self.quality = quality
    self.bound = bound
  }

  /// Whether the first side surely needs less (true) or more (false); nil when the interval or the bound
  /// leaves it open.
  public var saves: Bool? {
    guard let interval = ratio.interval else { return nil }
    if interval.upper < 1 { return bound == .none || bound == .atMost ? true : nil }
    if interval.lower > 1 { return bound == .none || bound == .atLeast ? false : nil }
    return nil
  }
}
