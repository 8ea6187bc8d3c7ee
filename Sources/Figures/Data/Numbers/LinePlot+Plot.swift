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
          + series.points.indices.map { series.line(at: $0) }
      }
  }

  func drawn(width: Double) -> (Double, [Element]) { LineChart(plot: self, width: width).drawn() }
}

extension LinePlot.Series {
  /// A place as text; a star marks one that stands out.
  fileprivate func line(at place: Int) -> String {
    let point = points[place]
    let range = "[\(digits(point.lower)), \(digits(point.upper))]"
    let star = highlights.contains(place) ? " *" : ""
    return "  \(digits(point.x)): \(digits(point.y)) \(range)\(star)"
  }
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
