/// A table in GitHub's Markdown.
enum MarkdownTable {
  static func text(columns: [String], rows: [[String]]) -> String {
    let rule = columns.map { _ in "---" }
    return ([columns, rule] + rows.map { $0.map(escaped) })
      .map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  /// `cell` with all escaped that could end the cell, be markup or make a link; scalar by scalar, since a
  /// mark combined with a letter hides neither from a renderer.
  static func escaped(_ cell: String) -> String {
    var text = ""
    var last: Unicode.Scalar?
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case "|": text += "\\|"
      case "(" where last == "]": text += "\\("
      default: text += scalar.value < 0x20 ? " " : String(scalar)
      }
      last = scalar
    }
    return text
  }

  /// `text` outside a table, where an ampersand between spaces stays as it is written.
  static func sentence(_ text: String) -> String {
    escaped(text).replacing("&amp; ", with: "& ")
  }
}
