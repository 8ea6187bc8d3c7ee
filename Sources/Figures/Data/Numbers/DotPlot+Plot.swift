import Canvas

extension DotPlot: Plot {
  var isEmpty: Bool { rows.allSatisfy { $0.values.isEmpty && $0.interval == nil } }

  var lines: [String] {
    ["axis \(axis.line)"] + (look == .interval ? [] : ["look \(look.rawValue)"])
      + rows.flatMap { row -> [String] in
        var lines = ["row \(row.style) \(row.name) \(row.standing.rawValue)"]
        if let mean = row.interval {
          lines.append(
            "  mean \(digits(mean.estimate)) [\(digits(mean.lower)), \(digits(mean.upper))]")
        }
        if look == .box, let box = Box(row.values) {
          lines.append(
            "  box \(digits(box.lower)) \(digits(box.median)) \(digits(box.upper)), "
              + "whiskers \(digits(box.low)) \(digits(box.high))")
        } else {
          lines.append("  seeds \(row.values.map(digits).joined(separator: " "))")
        }
        return row.note.isEmpty ? lines : lines + ["  note \(row.note)"]
      }
  }

  func drawn(width: Double) -> (Double, [Element]) { DotChart(plot: self, width: width).drawn() }
}
