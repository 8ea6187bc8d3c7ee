import Canvas

/// A table set in columns that fit the page.
struct PDFTable {
  /// A row: its cells, and what stands under it.
  struct Row {
    let cells: [Paragraph]
    let detail: Paragraph?
    let id: String

    var cellHeight: Double { cells.map(\.height).max() ?? 0 }
    var height: Double { cellHeight + (detail?.height ?? 0) + PDFTable.rowGap }
  }

  static let rowGap = 3.4
  private static let columnGap = 12.0
  private static let widestWord = 130.0

  let table: Table
  let widths: [Double]
  let head: Row
  let rows: [Row]

  /// `table` in as many tables as its columns need, the first column in each.
  static func fitting(_ table: Table, width: Double) -> [PDFTable] {
    let sizes = table.columns.indices.map { Sizes(table, column: $0) }
    let chunks = chunks(sizes, width: width)
    return chunks.enumerated().map { index, columns in
      let some = chunks.count == 1 ? table : table.columns(columns, part: index)
      return PDFTable(some, widths: widths(columns.map { sizes[$0] }, some, width: width))
    }
  }

  private init(_ table: Table, widths: [Double]) {
    self.table = table
    self.widths = widths
    head = Row(
      cells: zip(table.columns, widths).map { column, width in
        let detail = column.detail.isEmpty ? [] : [TextSpan("\n" + column.detail, .muted)]
        return Paragraph(
          [TextSpan(column.title, .strong)] + detail, font: PageStyle.table, width: width,
          alignment: column.alignment == .end ? .end : .start, leading: 1.3)
      }, detail: nil, id: "")
    let whole = widths.reduce(0, +) + Self.columnGap * Double(widths.count - 1)
    rows = table.rows.map { row in
      Row(
        cells: zip(zip(row.cells, table.columns), widths).map { pair, width in
          Paragraph(
            Self.spans(pair.0), font: PageStyle.table, width: width,
            alignment: pair.1.alignment == .end ? .end : .start, leading: 1.35)
        },
        detail: row.detail.isEmpty
          ? nil
          : Paragraph(row.detail, font: PageStyle.small, width: whole, leading: 1.4), id: row.id)
    }
  }

  /// The left edges of the columns.
  var lefts: [Double] {
    var x = PageStyle.left
    return widths.map { width in
      defer { x += width + Self.columnGap }
      return x
    }
  }

  static func spans(_ cell: Table.Cell) -> [TextSpan] {
    switch cell.mark {
    case .none: cell.spans
    case .best:
      [TextSpan("● ", .strong)] + cell.spans.map { TextSpan($0.text, .strong, target: $0.target) }
    case .tied: [TextSpan("≈ ", .strong)] + cell.spans
    }
  }

  /// How wide a column wants to be and how narrow it can be.
  private struct Sizes {
    let natural: Double
    let minimum: Double

    init(_ table: Table, column: Int) {
      let isNumeric = table.columns[column].alignment == .end
      var (natural, minimum) = (0.0, 0.0)
      for row in table.rows {
        let spans = PDFTable.spans(row.cells[column])
        let width = Paragraph(spans, font: PageStyle.table, width: 4000).inkWidth
        natural = max(natural, width)
        let isWhole = isNumeric || spans.allSatisfy { $0.style == .strong || $0.style == .code }
        let isOneWord = isWhole && width < PDFTable.widestWord
        minimum = max(minimum, isOneWord ? width : Self.longestWord(spans))
      }
      let title = table.columns[column]
      let words = (title.title + " " + title.detail).split(separator: " ").map(String.init)
      natural = max(natural, PageStyle.tableHead.width(of: title.title))
      natural = max(natural, PageStyle.table.width(of: title.detail))
      minimum = max(minimum, PageStyle.tableHead.width(ofWidest: words))
      self.natural = natural + 0.5
      self.minimum = min(minimum + 0.5, self.natural)
    }

    private static func longestWord(_ spans: [TextSpan]) -> Double {
      let text = spans.map(\.text).joined()
      let longest = text.split(whereSeparator: { $0 == " " || $0 == "-" })
        .max { $0.count < $1.count }
      guard let longest else { return 0 }
      return min(PDFTable.widestWord, PageStyle.tableHead.width(of: String(longest)) + 4)
    }
  }

  private static func chunks(_ sizes: [Sizes], width: Double) -> [[Int]] {
    var chunks: [[Int]] = [[0]]
    var used = sizes[0].minimum
    for index in sizes.indices.dropFirst() {
      let need = sizes[index].minimum + columnGap
      if used + need > width, chunks[chunks.count - 1].count > 1 {
        chunks.append([0])
        used = sizes[0].minimum
      }
      chunks[chunks.count - 1].append(index)
      used += need
    }
    return chunks
  }

  /// Natural widths where they fit, the rest of the width to the columns that fill; otherwise every
  /// column gives up the same share of what it can.
  private static func widths(_ sizes: [Sizes], _ table: Table, width: Double) -> [Double] {
    let free = width - columnGap * Double(sizes.count - 1)
    let natural = sizes.map(\.natural).reduce(0, +)
    guard natural > free else {
      let filling = table.columns.indices.filter { table.columns[$0].alignment == .fill }
      let takers = filling.isEmpty ? Array(sizes.indices.dropFirst()) : filling
      let share = takers.isEmpty ? 0 : (free - natural) / Double(takers.count)
      return sizes.indices.map { sizes[$0].natural + (takers.contains($0) ? share : 0) }
    }
    let minimum = sizes.map(\.minimum).reduce(0, +)
    let share = natural > minimum ? max(0, (free - minimum) / (natural - minimum)) : 0
    return sizes.map { $0.minimum + share * ($0.natural - $0.minimum) }
  }
}

extension Table {
  /// The table with only some of its columns.
  fileprivate func columns(_ indices: [Int], part: Int) -> Table {
    let rows = rows.map { row in
      Row(
        cells: indices.map { row.cells[$0] }, detail: part == 0 ? row.detail : [],
        id: part == 0 ? row.id : "")
    }
    return Table(
      id: part == 0 ? id : "\(id).\(part)",
      caption: part == 0 ? caption : caption + [TextSpan(" (further columns)", .muted)],
      columns: indices.map { columns[$0] }, rows: rows, legend: legend)
  }
}
