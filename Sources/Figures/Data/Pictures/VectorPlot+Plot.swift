import Canvas

extension VectorPlot: Plot {
  var isEmpty: Bool { panels.isEmpty }

  var lines: [String] {
    ["\(look.rawValue) of \(quantity), 0 to \(digits(valueRange.upperBound))"]
      + panels.map { "panel \($0.name): \($0.field.height) × \($0.field.width)" }
  }

  func drawn(width: Double) -> (Double, [Element]) { VectorChart(plot: self, width: width).drawn() }
}
