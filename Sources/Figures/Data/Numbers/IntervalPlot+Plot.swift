import Canvas

extension IntervalPlot: Plot {
  var isEmpty: Bool { panels.allSatisfy { $0.intervals.allSatisfy { $0 == nil } } }

  var lines: [String] {
    panels.flatMap { panel in
      ["panel \(panel.title)"]
        + zip(rows, panel.intervals).map { row, interval in
          guard let interval else { return "  \(row.name): none" }
          return "  \(row.name): \(digits(interval.estimate)) "
            + "[\(digits(interval.lower)), \(digits(interval.upper))]"
        }
    }
  }

  func drawn(width: Double) -> (Double, [Element]) {
    IntervalChart(plot: self, width: width).drawn()
  }
}
