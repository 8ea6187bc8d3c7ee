import Canvas

extension FieldPlot: Plot {
  var isEmpty: Bool { rows.isEmpty }

  var lines: [String] {
    let range = valueRange
    return [
      "fields \(quantity), \(height) × \(width)",
      "values \(digits(range.lowerBound)) to \(digits(range.upperBound)), errors ± \(digits(errorLimit))",
    ]
      + rows.map { row in
        let largest = row.error.map { Double(abs($0)) }.max() ?? 0
        return "row \(row.name): \(row.expected.count) points, largest error \(digits(largest))"
      }
  }

  func drawn(width: Double) -> (Double, [Element]) { FieldChart(plot: self, width: width).drawn() }
}
