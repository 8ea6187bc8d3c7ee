/// Which way a metric is better.
public enum Direction: String, Codable, Sendable {
  /// Smaller is better.
  case lower
  /// Larger is better.
  case higher
}
