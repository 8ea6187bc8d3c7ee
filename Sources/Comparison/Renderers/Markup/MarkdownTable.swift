/// A table in GitHub's Markdown.
enum MarkdownTable {
  static func text(columns: [String], rows: [[String]]) -> String {
    let rule = columns.map { _ in "---" }
    return ([columns, rule] + rows.map { $0.map(escaped) })
      .map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  static func escaped(_ cell: String) -> String {
    cell.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("|", with: "\\|")
      .replacing("\n", with: " ")
  }
}
