import Canvas

extension PageFlow {
  /// Sets a table; where it goes over a page its heading is repeated.
  mutating func add(_ table: Table) {
    for part in PDFTable.fitting(table, width: PageStyle.textWidth) { add(part) }
  }

  private mutating func add(_ table: PDFTable) {
    let caption = paragraph(table.table.caption)
    let first = table.rows.first?.height ?? 0
    need(caption.height + table.head.height + first * 2 + 16)
    mark(table.table.id)
    add(caption)
    advance(5)
    head(of: table)
    for row in table.rows {
      if room < row.height, y > PageStyle.top {
        rule(width: 0.4, ink: .axis)
        newPage()
        add(paragraph(table.table.caption + [TextSpan(" (continued)", .muted)]))
        advance(5)
        head(of: table)
      }
      add(row, of: table)
    }
    rule(width: 1)
    advance(4)
    if !table.table.legend.isEmpty {
      add(Paragraph(table.table.legend, font: PageStyle.small, width: PageStyle.textWidth))
    }
    advance(20)
  }

  private func paragraph(_ spans: [TextSpan]) -> Paragraph {
    Paragraph(spans, font: PageStyle.caption, width: PageStyle.textWidth)
  }

  private mutating func head(of table: PDFTable) {
    rule(width: 1)
    advance(3)
    // Headings of one line stand at the foot of headings of two.
    for (cell, x) in zip(table.head.cells, table.lefts) {
      let drop = table.head.cellHeight - cell.height
      put(.lines(cell, 0..<cell.lineCount, at: Point(x, y + drop)))
    }
    advance(table.head.cellHeight + 3)
    rule(width: 0.5)
    advance(2.5)
  }

  private mutating func add(_ row: PDFTable.Row, of table: PDFTable) {
    if !row.id.isEmpty { mark(row.id) }
    for (cell, x) in zip(row.cells, table.lefts) {
      put(.lines(cell, 0..<cell.lineCount, at: Point(x, y + PDFTable.rowGap / 2)))
    }
    if let detail = row.detail {
      let place = Point(PageStyle.left, y + PDFTable.rowGap / 2 + row.cellHeight)
      put(.lines(detail, 0..<detail.lineCount, at: place))
    }
    advance(row.height)
  }
}
