/// A number that a question asks for, or why there is none.
public enum Answer: Sendable, Equatable {
  /// Where something lies that a curve does not reach.
  public enum Side: Sendable, Equatable {
    /// Below all that the curve has.
    case below
    /// Above all that the curve has.
    case above
  }

  /// A number with its 95 % interval.
  case known(Interval)
  /// A number whose uncertainty is not known, and why.
  case uncertain(Double, String)
  /// What was to be looked up on a curve lies beyond its ends; nothing is extrapolated.
  case notReached(Side)
  /// No number, and why.
  case missing(String)

  /// The number, or nil.
  public var estimate: Double? {
    switch self {
    case .known(let interval): interval.estimate
    case .uncertain(let number, _): number
    case .notReached, .missing: nil
    }
  }

  /// The interval, or nil.
  public var interval: Interval? {
    if case .known(let interval) = self { interval } else { nil }
  }
}
