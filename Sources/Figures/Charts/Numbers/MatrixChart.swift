import Canvas

/// Draws a table of shaded cells; the names of the columns stand upright.
struct MatrixChart {
  let plot: MatrixPlot
  let width: Double

  private static let rowHeight = 19.0
  private static let widestCell = 34.0
  private static let font = Font(size: 9.5)
  private static let strongFont = Font(size: 9.5, weight: .bold)
  private static let gap = 1.0
  /// Beyond this darkness words are written in the colour of the paper.
  private static let darkShade = 0.5

  private var left: Double {
    let widest = Self.font.width(ofWidest: plot.rows.map(\.name)) + 10
    return min(widest.rounded(.up), width * 0.55)
  }

  private var cellWidth: Double {
    min(Self.widestCell, (width - left) / Double(max(plot.columns.count, 1)))
  }

  private var head: Double {
    (Self.font.width(ofWidest: plot.columns.map(\.name)) + 8).rounded(.up)
  }

  func drawn() -> (Double, [Element]) {
    let columns = plot.columns.enumerated().map { index, column in
      heading(
        column,
        TextRun(
          column.name, at: Point(x(index) + cellWidth / 2 + Self.font.middleShift, head - 4),
          font: Self.font, rotation: 90))
    }
    let rows = plot.rows.enumerated().map { index, row in
      heading(
        row,
        TextRun(
          row.name,
          at: Point(left - 6, y(index) + Self.rowHeight / 2 + Self.font.middleShift),
          font: Self.font, anchor: .end))
    }
    let cells = plot.cells.enumerated().flatMap { row, cells in
      cells.enumerated().map { column, cell in element(cell, row: row, column: column) }
    }
    return (y(plot.rows.count) + 4, columns + rows + cells)
  }

  private func x(_ column: Int) -> Double { left + Double(column) * cellWidth }

  private func y(_ row: Int) -> Double { head + Double(row) * Self.rowHeight }

  private func heading(_ heading: MatrixPlot.Heading, _ text: TextRun) -> Element {
    guard let style = heading.style else { return .text(text) }
    return .tagged(.legend(style: style), [.text(text)])
  }

  private func element(_ cell: MatrixPlot.Cell, row: Int, column: Int) -> Element {
    let place = Rect(
      x: x(column) + Self.gap / 2, y: y(row) + Self.gap / 2, width: cellWidth - Self.gap,
      height: Self.rowHeight - Self.gap)
    let isDark = (cell.shade ?? 0) > Self.darkShade
    let font = cell.isStrong ? Self.strongFont : Self.font
    let text = TextRun(
      cell.text, at: Point(place.midX, place.midY + font.middleShift), font: font,
      ink: cell.shade == nil ? .muted : isDark ? .paper : .text, anchor: .middle)
    let look =
      cell.shade.map { ShapeStyle.filled(.series(0), opacity: 0.06 + 0.9 * $0) }
      ?? .stroked(.axis, width: 0.75, dash: [2, 2])
    return .group(
      Element.Group([.shape(.rect(place), look), .text(text)], hover: cell.words))
  }
}
