import Canvas

/// Draws a row of dots with an interval for each model.
struct DotChart {
  let plot: DotPlot
  let width: Double

  private static let rowHeight = 26.0
  private static let font = Font(size: 10.5)
  private static let boldFont = Font(size: 10.5, weight: .bold)

  func drawn() -> (Double, [Element]) {
    let left = (Self.boldFont.width(ofWidest: plot.rows.map(\.name)) + 14).rounded(.up)
    let area = Rect(
      x: left, y: 4, width: width - left - 12, height: Double(plot.rows.count) * Self.rowHeight)
    let scale = Scale(
      plot.axis.law,
      holding: plot.rows.flatMap { row in
        row.values + (row.interval.map { [$0.lower, $0.upper, $0.estimate] } ?? [])
      })
    let rows = plot.rows.enumerated().flatMap { index, row in
      elements(row, y: area.y + (Double(index) + 0.5) * Self.rowHeight, area: area, scale: scale)
    }
    let tag = Tag.plot(area: area, x: scale, y: nil, xTitle: plot.axis.title, yTitle: "")
    return (area.maxY + 42, [.tagged(tag, axis(area, scale) + rows)])
  }

  private func axis(_ area: Rect, _ scale: Scale) -> [Element] {
    let marks = scale.ticks(about: max(3, Int(area.width / 80))).flatMap { tick -> [Element] in
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
          plot.axis.title, at: Point(area.maxX, area.maxY + 34), font: PlotFrame.font, ink: .muted,
          anchor: .end)),
    ]
  }

  private func elements(
    _ row: DotPlot.Row, y: Double, area: Rect, scale: Scale
  ) -> [Element] {
    let isMarked = row.standing != .other
    let name = TextRun(
      row.name, at: Point(area.x - 12, y + Self.font.middleShift),
      font: isMarked ? Self.boldFont : Self.font, ink: row.interval == nil ? .muted : .text,
      anchor: .end)
    let place = { (value: Double) -> Point? in
      scale.fraction(value).map { Point(area.x + $0 * area.width, y) }
    }
    let values = interval(row, place) + seeds(row, place)
    return [
      .tagged(
        .series(style: row.style, name: row.name),
        [.tagged(.legend(style: row.style), [.text(name)])] + values + note(row, area, y))
    ]
  }

  private func interval(_ row: DotPlot.Row, _ place: (Double) -> Point?) -> [Element] {
    guard let mean = row.interval, let middle = place(mean.estimate) else { return [] }
    let ink = Ink.series(row.style)
    let words =
      "\(row.name): mean \(NumberText.short(mean.estimate)) "
      + "[\(NumberText.short(mean.lower)), \(NumberText.short(mean.upper))], \(mean.count) seeds"
    var parts: [Element] = []
    if let low = place(mean.lower), let high = place(mean.upper) {
      let bar = Rect(x: low.x, y: low.y - 5, width: max(high.x - low.x, 1), height: 10)
      parts.append(.shape(.rect(bar), .filled(ink, opacity: 0.26)))
    }
    parts.append(
      .shape(
        .line(Point(middle.x, middle.y - 7), Point(middle.x, middle.y + 7)),
        .stroked(ink, width: 2)))
    return [.tagged(.point(x: mean.estimate, y: nil), parts, hover: words)]
  }

  private func seeds(_ row: DotPlot.Row, _ place: (Double) -> Point?) -> [Element] {
    row.values.compactMap { value in
      place(value).map { dot in
        .tagged(
          .point(x: value, y: nil),
          [
            .shape(
              .circle(centre: dot, radius: 2.6),
              ShapeStyle(fill: .series(row.style), stroke: .paper, width: 0.75))
          ], hover: "\(row.name), one seed: \(NumberText.short(value))")
      }
    }
  }

  /// A row without any value says why in its own place.
  private func note(_ row: DotPlot.Row, _ area: Rect, _ y: Double) -> [Element] {
    guard row.values.isEmpty, !row.note.isEmpty else { return [] }
    let font = Font(size: 9.5)
    return [
      .group(
        Element.Group(
          [
            .text(
              TextRun(
                row.note, at: Point(area.x + 6, y + font.middleShift), font: font, ink: .muted))
          ], clip: Rect(x: area.x, y: y - 12, width: area.width, height: 24), hover: row.note))
    ]
  }
}
