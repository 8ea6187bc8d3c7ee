/// Which protocol a task follows.
public enum FlowScoring: String, Codable, Sendable, CaseIterable {
  /// Ours: split by distinct flow, relative steady cut, true masks, both components scored where there
  /// is fluid, boundary values kept in roll-outs, parameters on logarithmic scales over the benchmark's
  /// ranges, prediction k of a roll-out against frame k, short cases scored as far as they go.
  case corrected
  /// The authors' harness as it was when its figures were made, defects included, so that its numbers
  /// can be set beside the published ones.
  case published
}
