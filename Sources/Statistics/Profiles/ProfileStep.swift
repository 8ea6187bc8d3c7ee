/// A step of a curve of shares.
public struct ProfileStep: Sendable, Equatable {
  /// Where the curve rises.
  public let limit: Double
  /// Its height from there on.
  public let share: Double

  /// A step.
  public init(limit: Double, share: Double) {
    self.limit = limit
    self.share = share
  }
}
