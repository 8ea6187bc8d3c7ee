import Experiment

/// A table as text: a line of column names, then one line a row, fields parted by tabs. Tabs, line
/// breaks and backslashes inside a field are written `\t`, `\n`, `\r` and `\\`.
enum TabbedText {
  static func text(columns: [String], rows: [[String]]) -> String {
    ([columns] + rows).map { $0.map(escaped).joined(separator: "\t") + "\n" }.joined()
  }

  /// The rows of a table that must have exactly `columns`, or these and then `optional`.
  static func lines(
    of text: String, columns required: [String], optional: [String] = [], file: String
  ) throws -> [TabbedLine] {
    guard text.hasSuffix("\n") || text.isEmpty else {
      throw AssayError(
        .badInput, where: file, found: "a last line that does not end", expected: "a line break",
        remedy: "restore the file: it may have been cut off")
    }
    let texts = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let all = required + optional
    let columns = texts.first.map(String.init) == all.joined(separator: "\t") ? all : required
    guard texts.first.map(String.init) == columns.joined(separator: "\t") else {
      throw AssayError(
        .badInput, where: "\(file):1", found: "'\(texts.first ?? "")'",
        expected: "the columns \(columns.joined(separator: ", "))",
        remedy: "restore the first line, or save the baseline again with this version")
    }
    return try texts.enumerated().dropFirst().map { index, text in
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
      let line = TabbedLine(file: file, number: index + 1, columns: columns, fields: fields)
      guard fields.count == columns.count else {
        throw line.error(
          found: "\(fields.count) fields", expected: "\(columns.count) fields parted by tabs")
      }
      return line
    }
  }

  private static func escaped(_ field: String) -> String {
    var text = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func unescaped(_ field: Substring) -> String {
    var text = ""
    var scalars = field.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.next() {
      case "t": text += "\t"
      case "n": text += "\n"
      case "r": text += "\r"
      case let other?: text.unicodeScalars.append(other)
      case nil: text += "\\"
      }
    }
    return text
  }
}
