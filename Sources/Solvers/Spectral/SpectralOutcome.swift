/// How a run of steps ended.
public enum SpectralOutcome: Sendable, Equatable {
  /// All steps were made.
  case completed(steps: Int)
  /// The solution was found infinite or undefined after this many steps: take smaller ones.
  case notFinite(step: Int)
}
