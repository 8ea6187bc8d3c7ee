import Canvas

/// Draws a row of values with an interval or a box for each model.
struct DotChart {
  let plot: DotPlot
  let width: Double

  private static let font = Font(size: 10.5)
  private static let boldFont = Font(size: 10.5, weight: .bold)
  /// Up to here every value of a row is a mark with words of its own; beyond, the marks are drawn
  /// together and the row carries their numbers.
  private static let mostSingleValues = 8
  /// Up to here a box shows its values; beyond, only those outside its whiskers.
  private static let mostBoxedValues = 24

  private var rowHeight: Double { plot.rows.count > 8 ? 20 : 26 }

  func drawn() -> (Double, [Element]) {
    let left = (Self.boldFont.width(ofWidest: plot.rows.map(\.name)) + 14).rounded(.up)
    let area = Rect(
      x: left, y: 4, width: width - left - 12, height: Double(plot.rows.count) * rowHeight)
    let scale = plot.axis.scale(
      holding: plot.rows.flatMap { row in
        row.values + (row.interval.map { [$0.lower, $0.upper, $0.estimate] } ?? [])
      })
    let rows = plot.rows.enumerated().map { index, row in
      element(row, y: area.y + (Double(index) + 0.5) * rowHeight, area: area, scale: scale)
    }
    let tag = Tag.plot(area: area, x: scale, y: nil, xTitle: plot.axis.title, yTitle: "")
    return (area.maxY + 42, [.tagged(tag, RowAxis.elements(plot.axis, area, scale) + rows)])
  }

  private func element(_ row: DotPlot.Row, y: Double, area: Rect, scale: Scale) -> Element {
    let isMarked = row.standing != .other
    let name = TextRun(
      row.name, at: Point(area.x - 12, y + Self.font.middleShift),
      font: isMarked ? Self.boldFont : Self.font,
      ink: row.interval == nil && row.values.isEmpty ? .muted : .text, anchor: .end)
    let place = { (value: Double) -> Point? in
      scale.fraction(value).map { Point(area.x + $0 * area.width, y) }
    }
    let isSingle = row.values.count <= Self.mostSingleValues
    let tag = Tag.series(
      style: row.style, name: row.name, values: isSingle ? [] : row.values.map { [$0] })
    return .tagged(
      tag,
      [.tagged(.legend(style: row.style), [.text(name)])] + ground(row, scale, place)
        + (isSingle ? marks(row, place) : dots(row, place)) + note(row, area, y))
  }

  private func ground(
    _ row: DotPlot.Row, _ scale: Scale, _ place: (Double) -> Point?
  ) -> [Element] {
    switch plot.look {
    case .interval: interval(row, scale, place)
    case .box: box(row, place)
    }
  }

  private func interval(
    _ row: DotPlot.Row, _ scale: Scale, _ place: (Double) -> Point?
  ) -> [Element] {
    guard let mean = row.interval, let middle = place(mean.estimate) else { return [] }
    let ink = Ink.series(row.style)
    var parts: [Element] = []
    // On an axis of ratios an interval that reaches zero runs to the border.
    if let low = place(max(mean.lower, scale.lower)), let high = place(mean.upper) {
      let bar = Rect(x: low.x, y: low.y - 5, width: max(high.x - low.x, 1), height: 10)
      parts.append(.shape(.rect(bar), .filled(ink, opacity: 0.26)))
    }
    parts.append(tick(middle, ink))
    return [.tagged(.point(x: mean.estimate, y: nil), parts, hover: words(row))]
  }

  private func box(_ row: DotPlot.Row, _ place: (Double) -> Point?) -> [Element] {
    guard let box = Box(row.values) else { return [] }
    let ends = [box.low, box.lower, box.median, box.upper, box.high].compactMap(place)
    guard ends.count == 5 else { return [] }
    let ink = Ink.series(row.style)
    let frame = Rect(
      x: ends[1].x, y: ends[1].y - 5, width: max(ends[3].x - ends[1].x, 0.5), height: 10)
    let parts: [Element] = [
      .shape(.lines([[ends[0], ends[1]], [ends[3], ends[4]]]), .stroked(ink)),
      .shape(.rect(frame), ShapeStyle(fill: ink, fillOpacity: 0.22, stroke: ink, width: 0.75)),
      tick(ends[2], ink),
    ]
    let words =
      "\(row.name): median \(NumberText.short(box.median)), half of \(row.values.count) between "
      + "\(NumberText.short(box.lower)) and \(NumberText.short(box.upper))"
    return [.tagged(.point(x: box.median, y: nil), parts, hover: words)]
  }

  private func tick(_ middle: Point, _ ink: Ink) -> Element {
    let line = Shape.line(Point(middle.x, middle.y - 7), Point(middle.x, middle.y + 7))
    return .shape(line, .stroked(ink, width: 2))
  }

  private func words(_ row: DotPlot.Row) -> String {
    guard let mean = row.interval else { return row.name }
    let count = mean.count == 1 ? "1 seed" : "\(mean.count) seeds"
    return "\(row.name): mean \(NumberText.short(mean.estimate)) "
      + "[\(NumberText.short(mean.lower)), \(NumberText.short(mean.upper))], \(count)"
  }

  private func marks(_ row: DotPlot.Row, _ place: (Double) -> Point?) -> [Element] {
    row.values.compactMap { value in
      place(value).map { spot in
        let words = "\(row.name), \(plot.value): \(NumberText.short(value))"
        return .tagged(.point(x: value, y: nil), [dot(spot, row)], hover: words)
      }
    }
  }

  /// All dots of a row, each moved up or down a little, in turn, so that equal ones show.
  private func dots(_ row: DotPlot.Row, _ place: (Double) -> Point?) -> [Element] {
    var shown = row.values
    if plot.look == .box, shown.count > Self.mostBoxedValues, let box = Box(shown) {
      shown = shown.filter(box.isOutside)
    }
    let spots = shown.enumerated().compactMap { index, value in
      place(value).map { Point($0.x, $0.y + [0, -3.2, 3.2][index % 3]) }
    }
    let look = ShapeStyle(fill: .series(row.style), stroke: .paper, width: 0.4)
    return spots.isEmpty ? [] : [.shape(.circles(centres: spots, radius: 1.7), look)]
  }

  private func dot(_ spot: Point, _ row: DotPlot.Row) -> Element {
    .shape(
      .circle(centre: spot, radius: 2.6),
      ShapeStyle(fill: .series(row.style), stroke: .paper, width: 0.75))
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
