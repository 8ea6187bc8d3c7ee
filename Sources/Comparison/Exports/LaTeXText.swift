import Foundation

/// Text and numbers in LaTeX.
enum LaTeXText {
  /// `text` with everything escaped that LaTeX would take for a command: scalar by scalar, since a letter
  /// with a combining mark is another character than the letter that LaTeX reads.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\textbackslash{}"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case "&", "%", "$", "#", "_", "{", "}": "\\\(scalar)"
      case "<": "$<$"
      case ">": "$>$"
      default: scalar.value < 0x20 || scalar.value == 0x7F ? " " : String(scalar)
      }
    }.joined()
  }

  /// `number` to four digits, as in `0.1234` or `$1.2\times10^{-7}$`.
  static func number(_ number: Double) -> String {
    let text = NumberText.short(number)
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...])
    else {
      return text.hasPrefix("-") ? "$\(text)$" : text
    }
    return "$\(text[..<mark])\\times10^{\(exponent)}$"
  }

  /// `0.12 [0.11, 0.13]`; the number alone from a single seed.
  static func interval(_ interval: Interval) -> String {
    guard interval.count > 1 else { return number(interval.estimate) }
    return "\(number(interval.estimate)) [\(number(interval.lower)), \(number(interval.upper))]"
  }

  /// A table in the style of booktabs; `columns` as in `lrr`.
  static func table(
    caption: String, label: String, columns: String, header: [String], rows: [[String]],
    note: String
  ) -> String {
    let lines =
      [
        "\\begin{table}", "\\centering", "\\caption{\(caption)}", "\\label{\(plain(label))}",
        "\\begin{tabular}{\(columns)}", "\\toprule", header.joined(separator: " & ") + " \\\\",
        "\\midrule",
      ] + rows.map { $0.joined(separator: " & ") + " \\\\" } + ["\\bottomrule", "\\end{tabular}"]
      + (note.isEmpty ? [] : ["\\par\\smallskip{\\footnotesize \(note)}"]) + ["\\end{table}"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A label holds no command: ids have letters, digits and hyphens, and a stranger's may have more.
  private static func plain(_ label: String) -> String {
    String(
      label.unicodeScalars.map { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-:".unicodeScalars.contains(scalar)
          ? Character(scalar) : "-"
      })
  }
}
