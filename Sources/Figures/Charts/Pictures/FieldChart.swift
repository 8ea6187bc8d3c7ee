import Canvas

/// Draws fields over their colour bars. A few models, or models on different samples, have a row each
/// of truth, prediction and error; many models on one sample share one picture of the truth, and two
/// of them stand in a row.
struct FieldChart {
  let plot: FieldPlot
  let width: Double

  private static let gap = 10.0
  private static let head = 20.0
  private static let nameHeight = 18.0
  private static let nameFont = Font(size: 10.5, weight: .bold)
  /// Up to here every model has its own picture of the truth.
  private static let mostRowsWithTruth = 2
  /// What two colour bars take above each other.
  private static let barsHeight = 2 * ColourBar.height + 8

  /// A picture and where it stands in the grid.
  private struct Panel {
    let column: Int
    let row: Int
    let name: String
    let heading: String
    let values: [Float]
    let isError: Bool
  }

  private var sharesTruth: Bool {
    plot.rows.count > Self.mostRowsWithTruth
      && plot.rows.allSatisfy { $0.expected == plot.rows[0].expected }
  }

  private var columns: Int { sharesTruth ? 4 : 3 }
  private var side: Double { (width - Double(columns - 1) * Self.gap) / Double(columns) }

  /// Pictures keep square cells; very long ones are as high as they are wide at most.
  private var pictureHeight: Double {
    min(side * Double(plot.height) / Double(plot.width), side * 1.2)
  }

  private var rowHeight: Double { Self.nameHeight + pictureHeight + 8 }

  func drawn() -> (Double, [Element]) {
    let values = plot.valueRange
    let limit = plot.errorLimit
    let errors = limit > 0 ? -limit...limit : -1...1
    let panels = sharesTruth ? sharedPanels : ownPanels
    let elements = panels.flatMap { self.elements($0, values: values, errors: errors) }
    let rows = (panels.map(\.row).max() ?? 0) + 1
    let end = top(rows)
    let bars = [
      ColourBar(map: .magnitude, range: values, title: plot.quantity),
      ColourBar(map: .signed, range: errors, title: "prediction − truth"),
    ]
    guard sharesTruth else {
      return (
        end + 8 + ColourBar.height,
        elements + headings + bars[0].elements(x: 0, width: 2 * side + Self.gap, y: end + 8)
          + bars[1].elements(x: left(2), width: side, y: end + 8)
      )
    }
    // Beside the one truth there is room for the bars.
    let middle = max(0, Self.nameHeight + pictureHeight / 2 - Self.barsHeight / 2)
    return (
      end,
      elements + bars[0].elements(x: left(2), width: 2 * side + Self.gap, y: middle)
        + bars[1].elements(x: left(2), width: 2 * side + Self.gap, y: middle + 52)
    )
  }

  private func left(_ column: Int) -> Double { Double(column) * (side + Self.gap) }

  private func top(_ row: Int) -> Double {
    guard sharesTruth else { return Self.head + Double(row) * rowHeight }
    return row == 0 ? 0 : max(rowHeight, Self.barsHeight) + Double(row - 1) * rowHeight
  }

  private var headings: [Element] {
    ["Truth", "Prediction", "Error"].enumerated().map { index, title in
      .text(TextRun(title, at: Point(left(index), 11), font: PlotFrame.font, ink: .muted))
    }
  }

  private var ownPanels: [Panel] {
    plot.rows.enumerated().flatMap { index, row in
      [
        Panel(
          column: 0, row: index, name: "truth", heading: row.name, values: row.expected,
          isError: false),
        Panel(
          column: 1, row: index, name: row.name, heading: "", values: row.predicted, isError: false),
        Panel(
          column: 2, row: index, name: "\(row.name), error", heading: "", values: row.error,
          isError: true),
      ]
    }
  }

  private var sharedPanels: [Panel] {
    let truth = Panel(
      column: 0, row: 0, name: "truth", heading: "Truth", values: plot.rows[0].expected,
      isError: false)
    return [truth]
      + plot.rows.enumerated().flatMap { index, row in
        let (column, line) = (index % 2 * 2, 1 + index / 2)
        return [
          Panel(
            column: column, row: line, name: row.name, heading: row.name, values: row.predicted,
            isError: false),
          Panel(
            column: column + 1, row: line, name: "\(row.name), error", heading: "error",
            values: row.error, isError: true),
        ]
      }
  }

  private func elements(
    _ panel: Panel, values: ClosedRange<Double>, errors: ClosedRange<Double>
  ) -> [Element] {
    let place = Rect(
      x: left(panel.column), y: top(panel.row) + Self.nameHeight, width: side,
      height: pictureHeight)
    let map = panel.isError ? ColourMap.signed : .magnitude
    let range = panel.isError ? errors : values
    let raster = Raster(
      field: panel.values, width: plot.width, height: plot.height, map: map, over: range)
    let picture = Element.tagged(
      .field(name: panel.name, quantity: plot.quantity, map: map, range: range),
      [.image(raster, in: place), .shape(.rect(place), .stroked(.axis, width: 0.5))])
    guard !panel.heading.isEmpty else { return [picture] }
    // A name may be longer than its picture is wide, but the next heading is short.
    let isFaint = panel.isError
    let heading = TextRun(
      panel.heading, at: Point(isFaint ? place.maxX : place.x, place.y - 5),
      font: isFaint ? PlotFrame.font : Self.nameFont, ink: isFaint ? .muted : .text,
      anchor: isFaint ? .end : .start)
    return [.text(heading), picture]
  }
}
