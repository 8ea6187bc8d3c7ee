import Canvas
import Foundation

/// Draws a table of shaded cells; the names of the columns stand upright.
struct MatrixChart {
  private let plot: MatrixPlot
  private let width: Double
  // Found once: every cell asks where it lies.
  private let names: [[String]]
  private let rowHeight: Double
  private let left: Double
  private let head: Double
  /// How much smaller the words of cells are where the widest would touch those beside it.
  private let shrinking: Double

  private static let lineHeight = 11.0
  private static let widestCell = 34.0
  private static let narrowestCell = 15.0
  private static let font = Font(size: 9.5)
  private static let strongFont = Font(size: 9.5, weight: .bold)
  private static let gap = 1.0
  /// Beyond this darkness words are written in the colour of the paper.
  private static let darkShade = 0.5

  init(plot: MatrixPlot, width: Double) {
    self.plot = plot
    self.width = width
    let names = plot.rows.map(\.name)
    // Names of rows stand on two lines where they leave too little to the cells.
    let isBroken =
      Self.font.width(ofWidest: names) + 10
      > width - Self.narrowestCell * Double(plot.columns.count)
    self.names = names.map { isBroken ? Self.broken($0) : [$0] }
    rowHeight = isBroken ? 26 : 19
    left = (Self.font.width(ofWidest: self.names.flatMap(\.self)) + 10).rounded(.up)
    head = (Self.font.width(ofWidest: plot.columns.map(\.name)) + 8).rounded(.up)
    let cell = min(Self.widestCell, (width - left) / Double(max(plot.columns.count, 1)))
    let widest = Self.strongFont.width(ofWidest: plot.cells.flatMap { $0.map(\.text) })
    shrinking = min(1, (cell - Self.gap) / (widest + 2))
  }

  /// A name in two lines, broken after a colon or, without one, at the space next to its middle.
  private static func broken(_ name: String) -> [String] {
    if let colon = name.range(of: ": ") {
      return [String(name[..<colon.lowerBound]), String(name[colon.upperBound...])]
    }
    let middle = name.count / 2
    let spaces = name.indices.filter { name[$0] == " " }
    guard
      let cut = spaces.min(by: {
        abs(name.distance(from: name.startIndex, to: $0) - middle)
          < abs(name.distance(from: name.startIndex, to: $1) - middle)
      })
    else { return [name] }
    return [String(name[..<cut]), String(name[name.index(after: cut)...])]
  }

  private var cellWidth: Double {
    min(Self.widestCell, (width - left) / Double(max(plot.columns.count, 1)))
  }

  func drawn() -> (Double, [Element]) {
    let columns = plot.columns.enumerated().map { index, column in
      heading(
        column,
        [
          TextRun(
            column.name, at: Point(x(index) + cellWidth / 2 + Self.font.middleShift, head - 4),
            font: Self.font, rotation: 90)
        ])
    }
    let rows = zip(plot.rows, names).enumerated().map { index, row in
      let first = y(index) + rowHeight / 2 - Double(row.1.count - 1) * Self.lineHeight / 2
      return heading(
        row.0,
        row.1.enumerated().map { line, name in
          TextRun(
            name,
            at: Point(left - 6, first + Double(line) * Self.lineHeight + Self.font.middleShift),
            font: Self.font, anchor: .end)
        })
    }
    let cells = plot.cells.enumerated().flatMap { row, cells in
      cells.enumerated().map { column, cell in element(cell, row: row, column: column) }
    }
    return (y(plot.rows.count) + 4, columns + rows + cells)
  }

  private func x(_ column: Int) -> Double { left + Double(column) * cellWidth }

  private func y(_ row: Int) -> Double { head + Double(row) * rowHeight }

  private func heading(_ heading: MatrixPlot.Heading, _ lines: [TextRun]) -> Element {
    let lines = lines.map { Element.text($0) }
    guard let style = heading.style else { return .group(Element.Group(lines)) }
    return .tagged(.legend(style: style), lines)
  }

  private func element(_ cell: MatrixPlot.Cell, row: Int, column: Int) -> Element {
    let place = Rect(
      x: x(column) + Self.gap / 2, y: y(row) + Self.gap / 2, width: cellWidth - Self.gap,
      height: rowHeight - Self.gap)
    let isDark = (cell.shade ?? 0) > Self.darkShade
    let font = Font(
      size: Self.font.size * shrinking, weight: cell.isStrong ? .bold : .regular)
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
