/// Which steps of a launch its launcher still knows.
public struct LaunchPresence: Sendable, Equatable {
  /// What a launcher says of a step.
  public enum Word: String, Sendable {
    /// It has not begun, or it begins again.
    case waiting
    /// It runs.
    case running
    /// It has ended or never will begin.
    case gone
    /// The launcher cannot be asked from here.
    case unknown
  }

  private let words: [String: Word]
  private let otherwise: Word

  /// What is said of each step by its name, and of all that are not named.
  public init(_ words: [String: Word], otherwise: Word) {
    self.words = words
    self.otherwise = otherwise
  }

  /// What is said of a step: `data`, `merge` or an element's number.
  public func word(_ step: String) -> Word { words[step] ?? otherwise }
}
