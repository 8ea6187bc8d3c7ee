import Canvas

extension RankPlot: Plot {
  var isEmpty: Bool { entries.isEmpty }

  var lines: [String] {
    (difference.map { ["difference \(digits($0))"] } ?? [])
      + entries.map { "rank \($0.style) \($0.name): \(digits($0.rank))" }
      + groups.map { group in
        "alike " + entries[group].map(\.name).joined(separator: ", ")
      }
  }

  func drawn(width: Double) -> (Double, [Element]) { RankChart(plot: self, width: width).drawn() }
}
