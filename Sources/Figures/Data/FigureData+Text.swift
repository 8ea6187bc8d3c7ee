import Foundation

extension FigureData {
  /// The figure as lines of text, for tests and for those who read numbers.
  public var text: String {
    (["figure \(kind)", "title \(title)", "caption \(caption)", "reading \(reading)"]
      + content.lines)
      .joined(separator: "\n") + "\n"
  }
}

extension FigureData.Content {
  fileprivate var lines: [String] {
    switch self {
    case .lines(let plot): plot.lines
    case .dots(let plot): plot.lines
    case .fields(let plot): plot.lines
    case .points(let plot): plot.lines
    case .strip(let plot): plot.lines
    }
  }
}

extension LinePlot {
  fileprivate var lines: [String] {
    ["x \(x.line)", "y \(y.line)"]
      + series.flatMap { series in
        ["series \(series.style) \(series.name) \(series.ending.rawValue)"]
          + series.points.map {
            "  \(digits($0.x)): \(digits($0.y)) [\(digits($0.lower)), \(digits($0.upper))]"
          }
      }
  }
}

extension DotPlot {
  fileprivate var lines: [String] {
    ["axis \(axis.line)"]
      + rows.flatMap { row -> [String] in
        var lines = ["row \(row.style) \(row.name) \(row.standing.rawValue)"]
        if let mean = row.interval {
          lines.append(
            "  mean \(digits(mean.estimate)) [\(digits(mean.lower)), \(digits(mean.upper))]")
        }
        lines.append("  seeds \(row.values.map(digits).joined(separator: " "))")
        return row.note.isEmpty ? lines : lines + ["  note \(row.note)"]
      }
  }
}

extension FieldPlot {
  fileprivate var lines: [String] {
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
}

extension StripPlot {
  fileprivate var lines: [String] {
    let range = valueRange
    return [
      "strip \(quantity), \(height) × \(width), steps \(steps.map(String.init).joined(separator: " "))",
      "values \(digits(range.lowerBound)) to \(digits(range.upperBound))",
    ]
      + rows.map { row in
        "row \(row.name): \(row.frames.count { !$0.isEmpty }) of \(row.frames.count) frames"
      }
  }
}

extension PointPlot {
  fileprivate var lines: [String] {
    ["x \(x.line)", "y \(y.line)"]
      + points.map {
        "point \($0.style) \($0.name): \(digits($0.x)), \(digits($0.y)) "
          + "[\(digits($0.lower)), \(digits($0.upper))]\($0.isOnFront ? " on the front" : "")"
      }
  }
}

extension Axis {
  fileprivate var line: String { "\(law.rawValue) \(title)" }
}

private func digits(_ number: Double) -> String { String(format: "%.6g", number) }
