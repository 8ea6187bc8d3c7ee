import Canvas

/// Draws small plots in rows and columns.
struct PanelChart {
  let plot: PanelPlot
  let width: Double

  private static let font = Font(size: 10)
  private static let nameFont = Font(size: 10, weight: .bold)
  private static let gap = 12.0
  private static let key = 20.0
  /// Of the row's name.
  private static let head = 16.0
  private static let area = 66.0
  /// Above the plots of the first row, which have titles, and of the others.
  private static let (titledTop, top) = (18.0, 6.0)
  /// Below the plots of the last row, which have the axis' title, and of the others.
  private static let (titledBottom, bottom) = (38.0, 22.0)

  func drawn() -> (Double, [Element]) {
    var height = Self.key
    var elements = key()
    for (index, row) in plot.rows.enumerated() {
      let isLast = index == plot.rows.count - 1
      let (above, below) = (
        index == 0 ? Self.titledTop : Self.top, isLast ? Self.titledBottom : Self.bottom
      )
      elements.append(name(row, y: height))
      for column in plot.columns.indices {
        elements.append(
          panel(
            row, column, y: height + Self.head, top: above, bottom: below, isFirst: index == 0,
            isLast: isLast))
      }
      height += Self.head + above + Self.area + below
    }
    return (height, elements)
  }

  /// What the two looks are.
  private func key() -> [Element] {
    let middle = 8.0
    let second = 26 + Self.font.width(of: plot.background) + 16
    func word(_ text: String, _ x: Double) -> Element {
      .text(
        TextRun(text, at: Point(x, middle + Self.font.middleShift), font: Self.font, ink: .muted))
    }
    return [
      .shape(
        .line(Point(0, middle), Point(20, middle)), .stroked(.axis, width: 1.3, dash: [4, 2])),
      word(plot.background, 26),
      .shape(.line(Point(second, middle), Point(second + 20, middle)), .stroked(.text, width: 1.6)),
      word(plot.foreground, second + 26),
    ]
  }

  private func name(_ row: PanelPlot.Row, y: Double) -> Element {
    let middle = y + 9
    let text = TextRun(
      row.name, at: Point(11, middle + Self.nameFont.middleShift), font: Self.nameFont)
    return .tagged(
      .legend(style: row.style),
      [Marker.element(style: row.style, at: Point(4, middle), radius: 3), .text(text)])
  }

  private func panel(
    _ row: PanelPlot.Row, _ column: Int, y: Double, top: Double, bottom: Double, isFirst: Bool,
    isLast: Bool
  ) -> Element {
    let count = Double(plot.columns.count)
    let wide = (width - (count - 1) * Self.gap) / count
    let frame = PlotFrame(
      width: wide, height: top + Self.area + bottom, x: xScale, y: yScale(column), top: top,
      right: 8, bottom: bottom, xMarks: plot.x.marks,
      origin: Point(Double(column) * (wide + Self.gap), y))
    let (panel, axis) = (row.panels[column], plot.columns[column])
    let curves = [
      curve(
        panel.background, .axis, ShapeStyle.stroked(.axis, width: 1.3, dash: [4, 2]),
        "\(row.name), \(plot.background)", row.style, in: frame),
      curve(
        panel.foreground, .series(row.style), .stroked(.series(row.style), width: 1.6),
        "\(row.name), \(plot.foreground)", row.style, in: frame),
    ].compactMap(\.self)
    let content = Element.group(Element.Group(curves, clip: frame.area))
    return .tagged(
      .plot(area: frame.area, x: frame.x, y: frame.y, xTitle: plot.x.title, yTitle: axis.title),
      frame.elements(
        xTitle: isLast ? plot.x.title : "", yTitle: isFirst ? axis.title : "") + [content])
  }

  private func curve(
    _ samples: [LinePlot.Sample], _ ink: Ink, _ look: ShapeStyle, _ name: String, _ style: Int,
    in frame: PlotFrame
  ) -> Element? {
    let places = samples.compactMap { frame.point($0.x, $0.y) }
    guard !places.isEmpty else { return nil }
    var parts: [Element] = []
    if samples.contains(where: { $0.lower < $0.upper }), places.count > 1 {
      let edge =
        samples.compactMap { frame.point($0.x, $0.upper) }
        + samples.reversed().compactMap { frame.point($0.x, $0.lower) }
      parts.append(.shape(.polygon(edge), .filled(ink, opacity: 0.16)))
    }
    // One place is no line.
    parts.append(
      places.count > 1
        ? .shape(.polyline(places), look)
        : .shape(.circle(centre: places[0], radius: 2), .filled(ink)))
    return .tagged(
      .series(style: style, name: name, values: samples.map(\.numbers)), parts, hover: name)
  }

  private var xScale: Scale {
    plot.x.scale(
      holding: plot.rows.flatMap(\.panels).flatMap { $0.background + $0.foreground }.map(\.x),
      air: 0.02)
  }

  private func yScale(_ column: Int) -> Scale {
    let samples = plot.rows.map { $0.panels[column] }.flatMap { $0.background + $0.foreground }
    return plot.columns[column].scale(
      holding: samples.flatMap { [$0.lower, $0.y, $0.upper] }, air: 0.06)
  }
}
