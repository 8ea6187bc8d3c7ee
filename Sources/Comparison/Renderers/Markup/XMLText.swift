/// Text inside XML.
enum XMLText {
  /// `text` with markup escaped, also fit for an attribute; what XML 1.0 does not
  /// have, as control characters, becomes a space.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&apos;"
      default: isAllowed(scalar) ? String(scalar) : " "
      }
    }.joined()
  }

  /// XML 1.0, section 2.2, without tabs and line breaks, which an attribute would lose.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
  }
}
