/// A table as its template wants it.
struct HTMLTable {
  struct Column {
    let title: String
    let detail: String?
    let isEnd: Bool
    let isFill: Bool
  }

  let id: String
  let caption: String
  let columns: [Column]
  let rows: String
  let legend: String?
  let offersFilter: Bool

  init(_ table: Table) {
    id = table.id
    caption = HTMLText.spans(table.caption)
    columns = table.columns.map { column in
      Column(
        title: column.title, detail: column.detail.isEmpty ? nil : column.detail,
        isEnd: column.alignment == .end, isFill: column.alignment == .fill)
    }
    legend = table.legend.isEmpty ? nil : HTMLText.spans(table.legend)
    offersFilter = table.filter == .offered
    rows = Self.rows(table)
  }

  private static func rows(_ table: Table) -> String {
    let hasDetails = table.rows.contains { !$0.detail.isEmpty }
    var text = hasDetails ? "" : "<tbody>\n"
    for row in table.rows {
      let id = row.id.isEmpty ? "" : " id=\"\(HTMLText.escaped(row.id))\""
      text += hasDetails ? "<tbody class=\"pair\"\(id)>\n<tr>" : "<tr\(id)>"
      for (cell, column) in zip(row.cells, table.columns) { text += Self.cell(cell, column) }
      text += "</tr>\n"
      if !row.detail.isEmpty {
        text += "<tr><td class=\"detail\" colspan=\"\(table.columns.count)\">"
        text += HTMLText.spans(row.detail) + "</td></tr>\n"
      }
      if hasDetails { text += "</tbody>\n" }
    }
    return hasDetails ? text : text + "</tbody>"
  }

  private static func cell(_ cell: Table.Cell, _ column: Table.Column) -> String {
    var text = "<td"
    if column.alignment == .end {
      text += isReason(cell) ? " class=\"n why\"" : " class=\"n\""
    }
    switch cell.sortKey {
    case .number(let number): text += " data-k=\"\(number)\""
    case .last: text += " data-k=\"\""
    case .text: break
    }
    return text + ">" + marked(HTMLText.spans(cell.spans), cell.mark) + "</td>"
  }

  /// Whether a cell says in words why there is no number.
  private static func isReason(_ cell: Table.Cell) -> Bool {
    if case .last = cell.sortKey { cell.spans.map(\.text).joined().count > 12 } else { false }
  }

  private static func marked(_ text: String, _ mark: Table.Mark) -> String {
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
