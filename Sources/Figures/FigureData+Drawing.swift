import Canvas

extension FigureData {
  /// The figure as a picture of `width`; its height follows from what it shows.
  public func drawing(width: Double = 440) -> Drawing {
    let (height, elements) =
      isEmpty ? (60, emptyElements) : content.plot.drawn(width: width)
    return Drawing(
      width: width, height: height, title: title,
      description: reading.isEmpty ? caption : "\(caption) \(reading)", elements: elements)
  }

  private var emptyElements: [Element] {
    [.text(TextRun("Nothing to show: no cell has these values.", at: Point(0, 34), ink: .muted))]
  }

  /// The figure in parts that fit a page: fields with at most `rows` models each, anything else
  /// whole. The parts keep the scales of the whole only when their models span them.
  public func parts(rows: Int) -> [FigureData] {
    guard case .fields(let plot) = content, plot.rows.count > rows else { return [self] }
    return stride(from: 0, to: plot.rows.count, by: rows).map { start in
      var part = self
      var some = plot
      some.rows = Array(plot.rows[start..<min(start + rows, plot.rows.count)])
      part.content = .fields(some)
      return part
    }
  }
}
