/// At which times the state of a `BackwardEncoder` changes.
public enum EncoderUpdate: String, Codable, Sendable, CaseIterable {
  /// Where a value was given.
  case observed
  /// Also where a time follows, as the published code does against its intention.
  case published
}
