import Experiment

/// All the mistakes of one suite or model file, in the order of their places.
public struct SuiteFileErrors: Error, Sendable, Equatable, CustomStringConvertible {
  /// The mistakes, at least one.
  public let mistakes: [AssayError]

  /// These mistakes.
  public init(_ mistakes: [AssayError]) {
    precondition(!mistakes.isEmpty, "a file without mistakes is no error")
    self.mistakes = mistakes
  }

  /// One mistake a line: `path:line:column: found; expected …; remedy.`
  public var description: String {
    mistakes.map(\.description).joined(separator: "\n")
  }
}
