import Canvas

extension PageFlow {
  /// A figure with its caption, ready to be placed.
  struct Figure {
    let id: String
    let drawing: Drawing
    let caption: Paragraph

    /// Figures are drawn this wide and set in a column; so their words are 7 points high.
    static let drawnWidth = 310.0
    static let gap = 22.0
    static let columnWidth = (PageStyle.textWidth - gap) / 2

    /// Smaller than the column when it would not fit a page.
    var scale: Double {
      let whole = PageStyle.bottom - PageStyle.top - caption.height - 8
      return min(Self.columnWidth / drawing.width, whole / drawing.height)
    }

    var height: Double { drawing.height * scale + 6 + caption.height + 16 }
  }

  /// Sets figures in two columns, each in the column that ends higher, on as many pages as it takes.
  mutating func add(_ figures: [Figure]) {
    var ends = [y, y]
    for figure in figures {
      var column = ends[0] <= ends[1] ? 0 : 1
      if PageStyle.bottom - ends[column] < figure.height - 16 {
        newPage()
        ends = [y, y]
        column = 0
      }
      let left = PageStyle.left + Double(column) * (Figure.columnWidth + Figure.gap)
      let top = ends[column]
      let base = top + figure.drawing.height * figure.scale + 6
      put(.place(figure.id, at: Point(left, max(0, top - 20))))
      put(.drawing(figure.drawing, at: Point(left, top), scale: figure.scale))
      put(.lines(figure.caption, 0..<figure.caption.lineCount, at: Point(left, base)))
      ends[column] += figure.height
    }
    move(to: max(ends[0], ends[1]))
  }
}
