import Canvas

extension LinePlot: Plot {
  var isEmpty: Bool { series.allSatisfy(\.points.isEmpty) }

  var lines: [String] {
    ["x \(x.line)", "y \(y.line)"] + guides.map { "guide \($0.line)" }
      + (joining == .steps ? ["joined by steps"] : [])
      + series.flatMap { series in
        [
          "series \(series.style) \(series.name) \(series.ending.rawValue)"
            + (isEmphasised(series) ? "" : " behind")
            + (series.note.isEmpty ? "" : " \(series.note)")
        ]
          + series.points.enumerated().map { place, point in
            "  \(digits(point.x)): \(digits(point.y)) [\(digits(point.lower)), "
              + "\(digits(point.upper))]" + (series.highlights.contains(place) ? " *" : "")
          }
      }
  }

  func drawn(width: Double) -> (Double, [Element]) { LineChart(plot: self, width: width).drawn() }
}

extension LinePlot.Guide {
  fileprivate var line: String {
    switch self {
    case .horizontal(let height, let word): "y = \(digits(height)) \(word)"
    case .vertical(let place, let word): "x = \(digits(place)) \(word)"
    case .diagonal: "y = x"
    }
  }
}
