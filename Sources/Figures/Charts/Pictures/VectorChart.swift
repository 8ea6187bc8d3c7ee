import Canvas

/// Draws fields of arrows over pictures of their length, side by side over one colour bar.
struct VectorChart {
  let plot: VectorPlot
  let width: Double

  private static let gap = 10.0
  private static let head = 18.0
  private static let most = 3

  private var columns: Int { min(Self.most, max(plot.panels.count, 2)) }
  private var side: Double { (width - Double(columns - 1) * Self.gap) / Double(columns) }

  private func pictureHeight(_ field: VectorField) -> Double {
    min(side * Double(field.height) / Double(max(field.width, 1)), side * 1.2)
  }

  func drawn() -> (Double, [Element]) {
    let values = plot.valueRange
    let rowHeight = (plot.panels.map { pictureHeight($0.field) }.max() ?? 0) + Self.head + 6
    let panels = plot.panels.enumerated().flatMap { index, panel -> [Element] in
      let (row, column) = (index / columns, index % columns)
      let place = Rect(
        x: Double(column) * (side + Self.gap), y: Double(row) * rowHeight + Self.head, width: side,
        height: pictureHeight(panel.field))
      return elements(panel, at: place, values: values)
    }
    let foot = Double((plot.panels.count + columns - 1) / columns) * rowHeight + 4
    let bar = ColourBar(map: .magnitude, range: values, title: plot.quantity)
    return (foot + ColourBar.height, panels + bar.elements(x: 0, width: width / 2, y: foot))
  }

  private func elements(
    _ panel: VectorPlot.Panel, at place: Rect, values: ClosedRange<Double>
  ) -> [Element] {
    let field = panel.field
    let raster = Raster(
      field: field.speed, width: field.width, height: field.height, map: .magnitude, over: values)
    let name = TextRun(panel.name, at: Point(place.x, place.y - 6), font: PlotFrame.font)
    let flow = FlowLines(field: field, place: place)
    let lines = plot.look == .arrows ? flow.arrows() : flow.streamlines()
    return [
      .text(name),
      .tagged(
        .field(name: panel.name, quantity: plot.quantity, map: .magnitude, range: values),
        [
          .image(raster, in: place),
          .group(
            Element.Group(
              [.shape(.lines(lines), .stroked(.fixed(Colour(0xFFFFFF)), width: 0.8))], clip: place)),
          .shape(.rect(place), .stroked(.axis, width: 0.5)),
        ]),
    ]
  }
}
