/// Text inside XML.
enum XMLText {
  /// `text` with markup escaped, also fit for an attribute; control characters, which XML 1.0 does not
  /// have, become spaces.
  static func escaped(_ text: String) -> String { escaped(text) { _ in " " } }

  /// `text` as the content of an element: lines and tabs stay as they are.
  static func lines(_ text: String) -> String {
    escaped(text) { $0 == "\n" || $0 == "\t" ? String($0) : " " }
  }

  private static func escaped(_ text: String, control: (Unicode.Scalar) -> String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&apos;"
      // Two scalars that XML does not have either.
      case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      default: scalar.value < 0x20 ? control(scalar) : String(scalar)
      }
    }.joined()
  }
}
