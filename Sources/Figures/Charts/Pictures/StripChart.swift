import Canvas

/// Draws a roll-out as rows of pictures over one colour bar.
struct StripChart {
  let plot: StripPlot
  let width: Double

  private static let gap = 4.0
  private static let head = 18.0
  private static let nameHeight = 15.0
  private static let nameFont = Font(size: 10.5, weight: .bold)
  /// Long fields are as high as they are wide at most.
  private static let largestAspect = 1.0

  private var side: Double {
    let count = Double(max(plot.steps.count, 1))
    return (width - (count - 1) * Self.gap) / count
  }

  private var pictureHeight: Double {
    min(side * Double(plot.height) / Double(plot.width), side * Self.largestAspect)
  }

  func drawn() -> (Double, [Element]) {
    let values = plot.valueRange
    let titles = plot.steps.enumerated().map { index, step in
      Element.text(
        TextRun("step \(step)", at: Point(left(index), 11), font: PlotFrame.font, ink: .muted))
    }
    let rowHeight = Self.nameHeight + pictureHeight + Self.gap
    let rows = plot.rows.enumerated().flatMap { index, row in
      elements(row, index, y: Self.head + Double(index) * rowHeight, values: values)
    }
    let foot = Self.head + Double(plot.rows.count) * rowHeight + 8
    let bar = ColourBar(map: .magnitude, range: values, title: plot.quantity)
    return (
      foot + ColourBar.height, titles + rows + bar.elements(x: 0, width: width / 2, y: foot)
    )
  }

  private func left(_ column: Int) -> Double { Double(column) * (side + Self.gap) }

  private func elements(
    _ row: StripPlot.Row, _ index: Int, y: Double, values: ClosedRange<Double>
  ) -> [Element] {
    let name = TextRun(row.name, at: Point(0, y + 11), font: Self.nameFont)
    return [.text(name)]
      + row.frames.enumerated().map { column, frame in
        .tagged(
          .frame(row: index, step: plot.steps[column]),
          picture(frame, at: left(column), y: y + Self.nameHeight, values: values))
      }
  }

  /// A picture, or an empty frame where the roll-out had ended.
  private func picture(
    _ frame: [Float], at x: Double, y: Double, values: ClosedRange<Double>
  ) -> [Element] {
    let place = Rect(x: x, y: y, width: side, height: pictureHeight)
    let border = Element.shape(.rect(place), .stroked(.axis, width: 0.5))
    guard !frame.isEmpty else { return [border] }
    let raster = Raster(
      field: frame, width: plot.width, height: plot.height, map: .magnitude, over: values)
    return [.image(raster, in: place), border]
  }
}
