/// Whether a model's program may use the network.
public enum NetworkAccess: String, Codable, Sendable, CaseIterable {
  /// It is taken away where the kernel allows that.
  case denied
  /// It is as ours.
  case allowed
}
