import Experiment

/// Which results a frame is to hold.
public struct FrameQuery: Sendable, Equatable {
  /// How much of each cell.
  public enum Content: Sendable, Equatable {
    /// Measurements and curves.
    case numbers
    /// Field snapshots as well.
    case numbersAndSnapshots
  }

  /// The suites; empty for all.
  public var suites: [String]
  /// The profiles; empty for all.
  public var profiles: [Profile]
  /// How much of each cell.
  public var content: Content

  /// A query; by default everything but snapshots.
  public init(
    suites: [String] = [], profiles: [Profile] = [], content: Content = .numbers
  ) {
    self.suites = suites
    self.profiles = profiles
    self.content = content
  }
}
