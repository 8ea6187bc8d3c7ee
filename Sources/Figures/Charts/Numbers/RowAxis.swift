import Canvas

/// The horizontal axis below rows, with its grid.
enum RowAxis {
  static func elements(_ axis: Axis, _ area: Rect, _ scale: Scale) -> [Element] {
    let ticks = axis.marks.isEmpty ? scale.ticks(along: area.width) : axis.marks
    let marks = ticks.flatMap { tick -> [Element] in
      guard let fraction = scale.fraction(tick.value) else { return [] }
      let x = area.x + fraction * area.width
      return [
        .shape(.line(Point(x, area.y), Point(x, area.maxY)), .stroked(.grid)),
        .text(
          TextRun(
            tick.label, at: Point(x, area.maxY + 16), font: PlotFrame.font, ink: .muted,
            anchor: .middle)),
      ]
    }
    return marks + [
      .shape(.line(Point(area.x, area.maxY), Point(area.maxX, area.maxY)), .stroked(.axis)),
      .text(
        TextRun(
          axis.title, at: Point(area.maxX, area.maxY + 34), font: PlotFrame.font, ink: .muted,
          anchor: .end)),
    ]
  }
}
