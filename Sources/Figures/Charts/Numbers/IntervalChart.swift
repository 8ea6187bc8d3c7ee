import Canvas
import Comparison

/// Draws panels of intervals that share their rows.
struct IntervalChart {
  let plot: IntervalPlot
  let width: Double

  private static let font = Font(size: 10)
  private static let titleFont = Font(size: 9.5, weight: .bold)
  private static let gap = 12.0
  private static let head = 30.0
  /// No panel is narrower than this with its gap.
  private static let narrowest = 76.0

  private var rowHeight: Double { plot.rows.count > 8 ? 17 : 21 }
  private var left: Double {
    (Self.font.width(ofWidest: plot.rows.map(\.name)) + 10).rounded(.up)
  }
  /// Panels beside each other as many as are not too narrow; the rest go below.
  private var columns: Int {
    max(1, min(plot.panels.count, Int((width - left) / Self.narrowest)))
  }

  func drawn() -> (Double, [Element]) {
    let blockHeight = Self.head + Double(plot.rows.count) * rowHeight + 30
    let blocks = (plot.panels.count + columns - 1) / columns
    let elements = (0..<blocks).flatMap { block -> [Element] in
      let start = block * columns
      let panels = plot.panels[start..<min(start + columns, plot.panels.count)]
      let top = Double(block) * blockHeight + Self.head
      return names(top: top)
        + panels.enumerated().map { index, panel in element(panel, column: index, top: top) }
    }
    return (Double(blocks) * blockHeight, elements)
  }

  private func names(top: Double) -> [Element] {
    plot.rows.enumerated().map { index, row in
      let name = Element.text(
        TextRun(
          row.name, at: Point(left - 10, middle(index, top) + Self.font.middleShift),
          font: Self.font, anchor: .end))
      return row.style.map { .tagged(.legend(style: $0), [name]) } ?? name
    }
  }

  private func middle(_ row: Int, _ top: Double) -> Double {
    top + (Double(row) + 0.5) * rowHeight
  }

  private func element(_ panel: IntervalPlot.Panel, column: Int, top: Double) -> Element {
    let panelWidth = (width - left - Double(columns - 1) * Self.gap) / Double(columns)
    let area = Rect(
      x: left + Double(column) * (panelWidth + Self.gap), y: top, width: panelWidth - 4,
      height: Double(plot.rows.count) * rowHeight)
    let intervals = panel.intervals.compactMap { $0 }
    var numbers: [Double] = panel.look == .bar ? [0] : []
    for interval in intervals { numbers += [interval.lower, interval.estimate, interval.upper] }
    if let guide = panel.guide { numbers.append(guide) }
    let scale = Scale(.linear, holding: numbers, air: 0.06)
    let rows = zip(plot.rows, panel.intervals).enumerated().flatMap { index, row in
      bar(row.0, row.1, y: middle(index, top), area, scale, panel)
    }
    let titles = lines(of: panel.title, width: area.width).reversed().enumerated().map {
      row, line in
      Element.text(
        TextRun(line, at: Point(area.x, top - 7 - Double(row) * 12), font: Self.titleFont))
    }
    let tag = Tag.plot(area: area, x: scale, y: nil, xTitle: panel.title, yTitle: "")
    return .tagged(
      tag, grid(area, scale) + guide(panel, area, scale) + rows + titles)
  }

  /// A title on two lines where it is wider than its panel.
  private func lines(of title: String, width: Double) -> [String] {
    let words = title.split(separator: " ").map(String.init)
    guard words.count > 1, Self.titleFont.width(of: title) > width else { return [title] }
    let fitting = (1..<words.count).last {
      Self.titleFont.width(of: words[..<$0].joined(separator: " ")) <= width
    }
    let cut = fitting ?? 1
    return [words[..<cut].joined(separator: " "), words[cut...].joined(separator: " ")]
  }

  private func grid(_ area: Rect, _ scale: Scale) -> [Element] {
    scale.ticks(along: area.width, spacing: 40, font: Font(size: 9)).flatMap { tick -> [Element] in
      guard let fraction = scale.fraction(tick.value) else { return [] }
      let x = area.x + fraction * area.width
      // Words at the ends stay within their panel and its gap.
      let room = (Self.gap - Font(size: 9).width(of: tick.label)) / 2
      let label = TextRun(
        tick.label, at: Point(min(x, area.maxX + min(room, 4)), area.maxY + 13),
        font: Font(size: 9),
        ink: .muted, anchor: .middle)
      return [
        .shape(.line(Point(x, area.y), Point(x, area.maxY)), .stroked(.grid)), .text(label),
      ]
    }
  }

  private func guide(_ panel: IntervalPlot.Panel, _ area: Rect, _ scale: Scale) -> [Element] {
    guard let guide = panel.guide, let fraction = scale.fraction(guide) else { return [] }
    let x = area.x + fraction * area.width
    return [
      .shape(.line(Point(x, area.y), Point(x, area.maxY)), .stroked(.axis, dash: [3, 3]))
    ]
  }

  private func bar(
    _ row: MatrixPlot.Heading, _ interval: Interval?, y: Double, _ area: Rect, _ scale: Scale,
    _ panel: IntervalPlot.Panel
  ) -> [Element] {
    guard let interval, let low = scale.fraction(interval.lower),
      let middle = scale.fraction(interval.estimate), let high = scale.fraction(interval.upper)
    else { return [] }
    let ink = Ink.series(row.style ?? 0)
    let ends = [low, middle, high].map { area.x + $0 * area.width }
    let words =
      "\(row.name), \(panel.title) \(NumberText.short(interval.estimate)) "
      + "[\(NumberText.short(interval.lower)), \(NumberText.short(interval.upper))]"
    let start = panel.look == .bar ? area.x + (scale.fraction(0) ?? 0) * area.width : ends[0]
    let end = panel.look == .bar ? ends[1] : ends[2]
    let bar = Rect(x: min(start, end), y: y - 4, width: max(abs(end - start), 1), height: 8)
    let tick: Shape =
      panel.look == .bar
      ? .line(Point(ends[0], y), Point(ends[2], y))
      : .line(Point(ends[1], y - 6), Point(ends[1], y + 6))
    let parts: [Element] = [
      .shape(.rect(bar), .filled(ink, opacity: 0.6)),
      .shape(tick, .stroked(.text, width: panel.look == .bar ? 1 : 1.6)),
    ]
    let point = Element.tagged(.point(x: interval.estimate, y: nil), parts, hover: words)
    return row.style.map { [.tagged(.series(style: $0, name: row.name), [point])] } ?? [point]
  }
}
