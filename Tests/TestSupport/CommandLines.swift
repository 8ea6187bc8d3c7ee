/// Command lines of the program in workflow files and documents.
public enum CommandLines {
  /// A command line: its words behind `assay`, which begin with a verb, and the flags among them.
  public struct Line: Sendable, Equatable, CustomStringConvertible {
    /// The words behind the program's name.
    public let words: [String]

    /// As it would be typed.
    public var description: String { "assay " + words.joined(separator: " ") }
    /// The flags, without their values.
    public var flags: [String] {
      words.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
    }

    /// The longest of `verbs` with which it begins, nil when there is none.
    public func verb(of verbs: [String]) -> String? {
      verbs.filter { verb in
        let parts = verb.split(separator: " ").map(String.init)
        return Array(words.prefix(parts.count)) == parts
      }.max { $0.count < $1.count }
    }
  }

  /// The lines of `text` on which `assay`, perhaps with a path before it, stands at the beginning of a
  /// command: at the beginning of a line, behind `run:` or `-`, or behind a backtick. What follows a
  /// pipe, a semicolon or a closing backtick is left out.
  public static func find(in text: String) -> [Line] {
    text.replacing("\\\n", with: " ").split(separator: "\n").flatMap { line in
      line.matches(of: /(?:^|^ *(?:- |run: |- run: )?|`)(?:[A-Za-z.]+\/)*assay ([a-z][^`|;&>]*)/)
        .map { match in Line(words: match.1.split(separator: " ").map(String.init)) }
    }
  }
}
