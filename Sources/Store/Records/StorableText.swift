import Experiment

/// Texts that SQLite stores whole.
enum StorableText {
  static func hasNUL(_ text: String) -> Bool { text.utf8.contains(0) }

  /// `text` with the visible sign for a NUL in place of each.
  static func of(_ text: String) -> String {
    guard hasNUL(text) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{2400}" : $0 }))
  }

  /// Refuses a name that SQLite would cut: it might then be the name of something else.
  static func check(name: String, of what: String) throws {
    guard hasNUL(name) else { return }
    throw AssayError(
      .badInput, where: "\(what) '\(of(name))'", found: "a NUL in its name",
      expected: "a name of printable characters", remedy: "give it another name")
  }
}
