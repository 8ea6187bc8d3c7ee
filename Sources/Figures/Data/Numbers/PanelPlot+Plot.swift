import Canvas

extension PanelPlot: Plot {
  var isEmpty: Bool { rows.isEmpty || columns.isEmpty }

  var lines: [String] {
    var lines = ["x \(x.line)", "grey \(background), coloured \(foreground)"]
    for row in rows {
      lines.append("row \(row.style) \(row.name)")
      for (axis, panel) in zip(columns, row.panels) {
        lines.append("  \(axis.line)")
        lines += panel.background.map { line(background, $0) }
        lines += panel.foreground.map { line(foreground, $0) }
      }
    }
    return lines
  }

  private func line(_ word: String, _ sample: LinePlot.Sample) -> String {
    let numbers: [String] = sample.numbers.map(digits)
    return "    \(word) \(numbers.joined(separator: " "))"
  }

  func drawn(width: Double) -> (Double, [Element]) { PanelChart(plot: self, width: width).drawn() }
}
