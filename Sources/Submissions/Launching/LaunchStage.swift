/// The stages of a launch, each of which waits for the one before.
public enum LaunchStage: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// Data are made, once for all elements.
  case data
  /// The elements run.
  case elements
  /// Shards are merged into the store.
  case merge
}
