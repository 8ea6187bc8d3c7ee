import Canvas

extension StripPlot: Plot {
  var isEmpty: Bool { rows.isEmpty }

  var lines: [String] {
    let range = valueRange
    return [
      "strip \(quantity), \(height) × \(width), steps \(steps.map(String.init).joined(separator: " "))",
      "values \(digits(range.lowerBound)) to \(digits(range.upperBound))",
    ]
      + rows.map { row in
        "row \(row.name): \(row.frames.count { !$0.isEmpty }) of \(row.frames.count) frames"
      }
  }

  func drawn(width: Double) -> (Double, [Element]) { StripChart(plot: self, width: width).drawn() }
}
