/// Where a run stands.
public enum RunState: String, Codable, Sendable {
  /// It has begun and its process may be alive.
  case running
  /// It came to its end, whatever became of its cells.
  case ended
  /// The user stopped it.
  case interrupted
  /// Its process died.
  case killed
}
