import Canvas

/// A line that helps to read a plot, with its word.
enum GuideLine {
  private static let font = Font(size: 9)

  static func elements(_ guide: LinePlot.Guide, in frame: PlotFrame) -> [Element] {
    switch guide {
    case .horizontal(let height, let word):
      guard let fraction = frame.y.fraction(height), (0...1).contains(fraction) else { return [] }
      let y = frame.area.maxY - fraction * frame.area.height
      let line = [Point(frame.area.x, y), Point(frame.area.maxX, y)]
      let text = TextRun(
        word, at: Point(frame.area.maxX - 2, y - 3), font: font, ink: .muted, anchor: .end)
      return [stroke(line), .text(text)]
    case .vertical(let place, let word):
      guard let fraction = frame.x.fraction(place), (0...1).contains(fraction) else { return [] }
      let x = frame.area.x + fraction * frame.area.width
      let line = [Point(x, frame.area.y), Point(x, frame.area.maxY)]
      let isRight = fraction > 0.7
      let text = TextRun(
        word, at: Point(x, frame.area.y - 3), font: font, ink: .muted,
        anchor: isRight ? .end : .start)
      return [stroke(line), .text(text)]
    case .diagonal:
      let low = max(frame.x.lower, frame.y.lower)
      let high = min(frame.x.upper, frame.y.upper)
      return [stroke([low, high].compactMap { frame.point($0, $0) })]
    }
  }

  private static func stroke(_ line: [Point]) -> Element {
    .shape(.polyline(line), .stroked(.axis, width: 0.75, dash: [3, 3]))
  }
}
