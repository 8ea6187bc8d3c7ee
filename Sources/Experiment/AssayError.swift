/// A mistake of the user or of the outside world, told in four facts.
public struct AssayError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of failure, which decides the exit code.
  public enum Kind: String, Sendable {
    /// A bad file, flag, suite or baseline: exit 2.
    case badInput
    /// A damaged, foreign or newer store: exit 4.
    case storeDamaged
    /// A file system that cannot be written (read-only, full): exit 2.
    case cannotWrite
    /// A model that cannot fulfil a role: the cell fails, exit 3.
    case unmetRequirement
  }

  /// The kind.
  public let kind: Kind
  /// Where: `file:line:column`, a flag, a cell.
  public let location: String
  /// What was found.
  public let found: String
  /// What was expected.
  public let expected: String
  /// What to do.
  public let remedy: String

  /// An error.
  public init(
    _ kind: Kind, where location: String, found: String, expected: String, remedy: String
  ) {
    self.kind = kind
    self.location = location
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }

  /// `where: found; expected …; remedy.`
  public var description: String {
    "\(location): \(found); expected \(expected); \(remedy)."
  }
}
