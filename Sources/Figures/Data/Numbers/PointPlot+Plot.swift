import Canvas

extension PointPlot: Plot {
  var isEmpty: Bool { points.isEmpty }

  var lines: [String] {
    ["x \(x.line)", "y \(y.line)", "ground \(ground.rawValue)"]
      + points.map {
        "point \($0.style) \($0.name): \(digits($0.x))"
          + ($0.left < $0.right ? " [\(digits($0.left)), \(digits($0.right))]" : "")
          + ", \(digits($0.y)) "
          + "[\(digits($0.lower)), \(digits($0.upper))]\($0.isOnFront ? " on the front" : "")"
      } + failed.map { "failed \($0.style) \($0.name): \(digits($0.x))" }
  }

  func drawn(width: Double) -> (Double, [Element]) { PointChart(plot: self, width: width).drawn() }
}
