/// Where a cell stands; every state but `done` carries its reason in the result.
public enum CellState: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// To be run.
  case planned
  /// In a worker now, or it was when the harness was killed.
  case running
  /// Finished with all its numbers.
  case done
  /// Raised an error, died by a signal, or broke the protocol.
  case failed
  /// Went over its wall-clock limit.
  case timedOut = "timed-out"
  /// Went over its memory limit.
  case outOfMemory = "out-of-memory"
  /// Stopped by the user.
  case cancelled
  /// Not run, by declaration.
  case skipped
}
