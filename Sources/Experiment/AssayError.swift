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

  /// The bytes of one fact that are kept: more is not read by anyone.
  private static let longest = 4000

  /// An error. What is quoted in it may be a stranger's: a fact that is very long is cut, and control
  /// characters, which a terminal would obey, are written out; line breaks and tabs stay.
  public init(
    _ kind: Kind, where location: String, found: String, expected: String, remedy: String
  ) {
    self.kind = kind
    self.location = Self.legible(location)
    self.found = Self.legible(found)
    self.expected = Self.legible(expected)
    self.remedy = Self.legible(remedy)
  }

  private static func legible(_ fact: String) -> String {
    let isLong = fact.utf8.count > longest
    guard isLong || fact.unicodeScalars.contains(where: isCommand) else { return fact }
    var text = ""
    for scalar in fact.unicodeScalars {
      text += isCommand(scalar) ? scalar.escaped(asASCII: true) : String(scalar)
      if text.utf8.count >= longest - 8 { return text + "…" }
    }
    return text
  }

  private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
  }

  /// `where: found; expected …; remedy.`
  public var description: String {
    "\(location): \(found); expected \(expected); \(remedy)."
  }
}
