/// The first line at which a text differs from its golden file.
public struct GoldenMismatch: Error, Equatable, CustomStringConvertible {
  /// The golden file's name.
  public let file: String
  /// The line, from 1; 0 when there is no file.
  public let line: Int
  /// The line of the file.
  public let expected: String
  /// The line of the text.
  public let found: String

  init(file: String, line: Int, expected: String, found: String) {
    self.file = file
    self.line = line
    self.expected = expected
    self.found = found
  }

  /// The first difference of two texts, or nil when they are equal.
  public init?(file: String, expected: String, found: String) {
    guard expected != found else { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(old, new).prefix { $0 == $1 }.count
    self.init(
      file: file, line: same + 1,
      expected: same < old.count ? String(old[same]) : "the end of the text",
      found: same < new.count ? String(new[same]) : "the end of the text")
  }

  /// Both lines, and how to record the new one.
  public var description: String {
    """
    The golden file \(file) differs at line \(line); look, then record with RECORD=1
      golden: \(expected)
      found:  \(found)
    """
  }
}
