/// What a program wrote, for a terminal: no byte of it moves the cursor, changes colours or rings.
enum TerminalText {
  /// One line, with breaks as `\n`.
  static func line(_ text: String) -> String { lines(text).replacing("\n", with: "\\n") }

  /// Lines and tabs as they are, every other control character by its number.
  static func lines(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory == .control, scalar != "\n", scalar != "\t" {
        let digits = String(scalar.value, radix: 16)
        visible.append(contentsOf: "\\x\(digits.count < 2 ? "0" : "")\(digits)".unicodeScalars)
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }
}
