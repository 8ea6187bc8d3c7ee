/// Text inside XML.
enum XMLText {
  /// `text` with markup escaped, also fit for an attribute; control characters, which XML 1.0 does not
  /// have, become spaces.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&apos;"
      default: scalar.value < 0x20 ? " " : String(scalar)
      }
    }.joined()
  }
}
