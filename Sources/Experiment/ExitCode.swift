/// The exit codes of the command line, one table for program and documentation.
public enum ExitCode: Int32, Sendable, CaseIterable {
  /// All that was asked is done.
  case done = 0
  /// A comparison found a regression.
  case regression = 1
  /// Usage or bad input.
  case badInput = 2
  /// Some cells failed.
  case cellsFailed = 3
  /// The store is damaged, foreign or newer than this program.
  case storeDamaged = 4
  /// Interrupted; all finished cells are stored.
  case interrupted = 130

  /// The sentence in the table of exit codes.
  public var meaning: String {
    switch self {
    case .done: "done"
    case .regression: "regression found"
    case .badInput: "usage or bad input"
    case .cellsFailed: "some cells failed"
    case .storeDamaged: "store damaged"
    case .interrupted: "interrupted; all finished cells are stored"
    }
  }
}
