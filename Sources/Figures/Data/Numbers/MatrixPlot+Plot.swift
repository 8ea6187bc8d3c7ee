import Canvas

extension MatrixPlot: Plot {
  var isEmpty: Bool { cells.allSatisfy { $0.allSatisfy { $0.shade == nil } } }

  var lines: [String] {
    ["columns " + columns.map(\.name).joined(separator: " | ")]
      + zip(rows, cells).map { row, cells in
        "row \(row.name): "
          + cells.map { cell in
            cell.shade.map { "\(cell.text)\(cell.isStrong ? "*" : "") (\(digits($0)))" }
              ?? "[\(cell.text)]"
          }.joined(separator: " ")
      }
  }

  func drawn(width: Double) -> (Double, [Element]) {
    MatrixChart(plot: self, width: width).drawn()
  }
}
