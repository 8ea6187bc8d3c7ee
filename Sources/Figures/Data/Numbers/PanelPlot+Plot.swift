import Canvas

extension PanelPlot: Plot {
  var isEmpty: Bool { rows.isEmpty || columns.isEmpty }

  var lines: [String] {
    ["x \(x.line)", "grey \(background), coloured \(foreground)"]
      + rows.flatMap { row in
        ["row \(row.style) \(row.name)"]
          + zip(columns, row.panels).flatMap { axis, panel in
            ["  \(axis.line)"]
              + [(background, panel.background), (foreground, panel.foreground)].flatMap {
                word, samples in
                samples.map { "    \(word) \($0.numbers.map(digits).joined(separator: " "))" }
              }
          }
      }
  }

  func drawn(width: Double) -> (Double, [Element]) { PanelChart(plot: self, width: width).drawn() }
}
