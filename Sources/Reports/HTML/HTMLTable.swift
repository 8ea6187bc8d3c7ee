import Canvas

/// A table as its template wants it.
struct HTMLTable {
  struct Column {
    let title: String
    let detail: String?
    let isEnd: Bool
    let isFill: Bool
  }

  /// Longer tables are data that a script shows as it is scrolled.
  static let longest = 300
  /// The rows of such a table that stand on the page.
  static let shown = 100
  /// Tables with more columns than this let readers choose.
  private static let wide = 7

  let id: String
  let caption: String
  let columns: [Column]
  let rows: String
  let rest: String?
  let note: String?
  let legend: String?
  let offersFilter: Bool
  let offersChoice: Bool
  let hasControls: Bool

  init(_ table: Table, _ text: HTMLText) {
    id = table.id
    caption = text.spans(table.caption)
    columns = table.columns.map { column in
      let target = column.place.isEmpty ? nil : TextSpan.Target.place(column.place)
      return Column(
        title: column.title,
        detail: column.detail.isEmpty
          ? nil : text.spans([TextSpan(column.detail, target: target)]),
        isEnd: column.alignment == .end, isFill: column.alignment == .fill)
    }
    legend = table.legend.isEmpty ? nil : text.spans(table.legend)
    offersFilter = table.filter == .offered || table.rows.count > Self.longest
    offersChoice = table.columns.count > Self.wide
    hasControls = offersFilter || offersChoice
    let writer = RowWriter(table, text)
    guard table.rows.count > Self.longest else {
      rows = writer.bodies(table.rows[...])
      rest = nil
      note = nil
      return
    }
    rows = writer.bodies(table.rows.prefix(Self.shown))
    rest = writer.data(table.rows.dropFirst(Self.shown))
    note = "The first \(Self.shown) of \(table.rows.count) rows; scripts show the others."
  }

  /// Places of rows that are data, each with the table's own.
  static func hidden(in table: Table) -> [(String, String)] {
    guard table.rows.count > longest else { return [] }
    return table.rows.dropFirst(shown).filter { !$0.id.isEmpty }.map { ($0.id, table.id) }
  }
}
