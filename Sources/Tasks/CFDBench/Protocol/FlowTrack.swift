/// What a model is given and asked.
public enum FlowTrack: String, Codable, Sendable, CaseIterable {
  /// One frame is given and a later one asked.
  case autoregressive
  /// A time is given, with the parameters of the case, and its frame is asked (the authors'
  /// non-autoregressive track).
  case direct
}
