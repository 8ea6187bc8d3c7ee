import Canvas
import Statistics

/// A curve of shares that rises by steps.
enum ShareCurve {
  /// More curves than this are not all coloured.
  private static let mostColours = 7
  private static let mostEmphasised = 6

  /// An axis of costs, four decades at most: a model that costs next to nothing stands at its left end
  /// instead of pressing all others together.
  static func range(from least: Double, to most: Double) -> ClosedRange<Double> {
    max(least * 0.8, most * 1e-4)...most * 1.25
  }

  /// A curve from the left end of an axis, through its steps, to the right end; its name carries its
  /// last share.
  static func series(
    _ name: String, style: Int, steps: [ProfileStep], bands: [ConfidenceInterval] = [],
    over range: ClosedRange<Double>
  ) -> LinePlot.Series {
    let inside = steps.enumerated().filter { $0.element.limit <= range.upperBound }
    var points: [LinePlot.Sample] = []
    if (inside.first?.element.limit ?? .infinity) > range.lowerBound {
      points.append(LinePlot.Sample(x: range.lowerBound, y: 0))
    }
    for (place, step) in inside {
      let band = bands.indices.contains(place) ? bands[place] : nil
      points.append(
        LinePlot.Sample(
          x: max(step.limit, range.lowerBound), y: step.share, lower: band?.lower ?? step.share,
          upper: band?.upper ?? step.share))
    }
    if let last = points.last, last.x < range.upperBound {
      points.append(
        LinePlot.Sample(x: range.upperBound, y: last.y, lower: last.lower, upper: last.upper))
    }
    let share = Int((100 * (points.last?.y ?? 0)).rounded())
    return LinePlot.Series(name: name, style: style, points: points, note: "\(share) %")
  }

  /// The styles that stand out among models that stand from best to worst; empty for all.
  static func emphasised(_ styles: [Int]) -> [Int] {
    styles.count > mostColours ? Array(styles.prefix(mostEmphasised)) : []
  }
}
