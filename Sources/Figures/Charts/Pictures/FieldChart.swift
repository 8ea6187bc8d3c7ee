import Canvas

/// Draws truth, prediction and error side by side, a row for each model, over their colour bars.
struct FieldChart {
  let plot: FieldPlot
  let width: Double

  private static let gap = 10.0
  private static let head = 20.0
  private static let nameHeight = 18.0
  private static let nameFont = Font(size: 10.5, weight: .bold)

  private var side: Double { (width - 2 * Self.gap) / 3 }

  /// Pictures keep square cells; very long ones are as high as they are wide at most.
  private var pictureHeight: Double {
    min(side * Double(plot.height) / Double(plot.width), side * 1.2)
  }

  func drawn() -> (Double, [Element]) {
    let values = plot.valueRange
    let limit = plot.errorLimit
    let errors = limit > 0 ? -limit...limit : -1...1
    let titles = ["Truth", "Prediction", "Error"].enumerated().map { index, title in
      Element.text(
        TextRun(title, at: Point(left(index), 11), font: PlotFrame.font, ink: .muted))
    }
    let rowHeight = Self.nameHeight + pictureHeight + 8
    let rows = plot.rows.enumerated().flatMap { index, row in
      elements(row, y: Self.head + Double(index) * rowHeight, values: values, errors: errors)
    }
    let foot = Self.head + Double(plot.rows.count) * rowHeight + 8
    let bars =
      ColourBar(map: .magnitude, range: values, title: plot.quantity)
      .elements(x: left(0), width: 2 * side + Self.gap, y: foot)
      + ColourBar(map: .signed, range: errors, title: "prediction − truth")
      .elements(x: left(2), width: side, y: foot)
    return (foot + ColourBar.height, titles + rows + bars)
  }

  private func left(_ column: Int) -> Double { Double(column) * (side + Self.gap) }

  private func elements(
    _ row: FieldPlot.Row, y: Double, values: ClosedRange<Double>, errors: ClosedRange<Double>
  ) -> [Element] {
    let pictures: [(String, [Float], ColourMap, ClosedRange<Double>)] = [
      ("truth", row.expected, .magnitude, values), (row.name, row.predicted, .magnitude, values),
      ("\(row.name), error", row.error, .signed, errors),
    ]
    let name = TextRun(row.name, at: Point(0, y + 11), font: Self.nameFont)
    return [.text(name)]
      + pictures.enumerated().map { column, picture in
        let place = Rect(
          x: left(column), y: y + Self.nameHeight, width: side, height: pictureHeight)
        let raster = Raster(
          field: picture.1, width: plot.width, height: plot.height, map: picture.2,
          over: picture.3)
        return .tagged(
          .field(name: picture.0, quantity: plot.quantity, map: picture.2, range: picture.3),
          [.image(raster, in: place), .shape(.rect(place), .stroked(.axis, width: 0.5))])
      }
  }
}
