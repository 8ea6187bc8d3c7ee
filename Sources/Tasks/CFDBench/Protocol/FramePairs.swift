/// Which pairs of frames are samples.
public struct FramePairs: Codable, Sendable, Equatable {
  /// Frames from the one given to the one asked; 0 for the protocol's own: 100 for the published,
  /// autoregressive cylinder (defect D4), else 1.
  public var stride = 0
  /// Pairs end where the mean change of speed falls below this: relative to the mean speed when
  /// corrected, in m/s when published.
  public var steadyThreshold = 0.001

  /// The defaults.
  public init() {}
}
