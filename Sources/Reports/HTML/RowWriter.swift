import Canvas

/// Writes a table's rows as HTML.
struct RowWriter {
  private let columns: [Table.Column]
  private let text: HTMLText
  private let hasDetails: Bool

  init(_ table: Table, _ text: HTMLText) {
    columns = table.columns
    self.text = text
    hasDetails = table.rows.contains { !$0.detail.isEmpty }
  }

  /// A body for each row where rows have something under them, otherwise one for all.
  func bodies(_ rows: ArraySlice<Table.Row>) -> String {
    var html = hasDetails ? "" : "<tbody>\n"
    for row in rows {
      let id = Self.id(row)
      html += hasDetails ? "<tbody class=\"pair\"\(id)>\n<tr>" : "<tr\(id)>"
      cells(row, to: &html)
      html += "</tr>\n"
      if !row.detail.isEmpty {
        html += "<tr><td class=\"detail\" colspan=\"\(columns.count)\">"
        html += text.spans(row.detail) + "</td></tr>\n"
      }
      if hasDetails { html += "</tbody>\n" }
    }
    return hasDetails ? html : html + "</tbody>"
  }

  /// Rows without what is under them, as a JSON list of markup.
  func data(_ rows: ArraySlice<Table.Row>) -> String {
    var json = JSONText()
    json.list(rows) { json, row in
      var html = "<tr\(Self.id(row))>"
      cells(row, to: &html)
      json.markup(html + "</tr>")
    }
    return json.text
  }

  private static func id(_ row: Table.Row) -> String {
    row.id.isEmpty ? "" : " id=\"\(HTMLText.escaped(row.id))\""
  }

  private func cells(_ row: Table.Row, to html: inout String) {
    for (cell, column) in zip(row.cells, columns) {
      html += "<td"
      if column.alignment == .end {
        html += isReason(cell) ? " class=\"n why\"" : " class=\"n\""
      }
      switch cell.sortKey {
      case .number(let number): html += " data-k=\"\(Self.short(number))\""
      case .last: html += " data-k=\"\""
      case .text: break
      }
      if !cell.quantity.isEmpty { html += " data-q=\"\(HTMLText.escaped(cell.quantity))\"" }
      html += ">" + marked(text.spans(cell.spans), cell.mark) + "</td>"
    }
  }

  private static func short(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Whether a cell says in words why there is no number.
  private func isReason(_ cell: Table.Cell) -> Bool {
    guard case .last = cell.sortKey else { return false }
    return cell.spans.reduce(0) { $0 + $1.text.count } > 12
  }

  private func marked(_ text: String, _ mark: Table.Mark) -> String {
    switch mark {
    case .none: text
    case .best:
      "<span class=\"best\"><span class=\"mark\" role=\"img\" aria-label=\"best\">●</span>"
        + "\(text)</span>"
    case .tied:
      "<span class=\"tied\"><span class=\"mark\" role=\"img\" "
        + "aria-label=\"indistinguishable from the best\">≈</span>\(text)</span>"
    }
  }
}
