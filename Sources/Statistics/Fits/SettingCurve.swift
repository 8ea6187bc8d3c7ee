/// How good a method is at each of its settings by what a setting costs: straight lines between settings,
/// over the logarithm of the cost. It is never asked beyond its ends.
public struct SettingCurve: Sendable, Equatable {
  /// A setting.
  public struct Point: Sendable, Equatable {
    /// The natural logarithm of its cost.
    public let logCost: Double
    /// Its quality on a scale on which more is better and differences can be averaged.
    public let quality: Double

    /// A setting.
    public init(logCost: Double, quality: Double) {
      self.logCost = logCost
      self.quality = quality
    }
  }

  /// What the curve has at a place, or on which side it ends before.
  public enum Reading: Sendable, Equatable {
    /// A number.
    case value(Double)
    /// What is asked for lies below all that the curve has.
    case below
    /// What is asked for lies above all that the curve has.
    case above
  }

  /// The settings by cost, one for each cost: those of the same cost are one of their mean quality.
  public let points: [Point]

  /// The curve through `points`; nil below two different costs.
  public init?(_ points: [Point]) {
    let sorted = points.sorted { ($0.logCost, $0.quality) < ($1.logCost, $1.quality) }
    var merged: [Point] = []
    var start = 0
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0.logCost > sorted[start].logCost } ?? sorted.count
      let sum = sorted[start..<end].reduce(0) { $0 + $1.quality }
      merged.append(Point(logCost: sorted[start].logCost, quality: sum / Double(end - start)))
      start = end
    }
    guard merged.count > 1 else { return nil }
    self.points = merged
  }

  /// The quality at a cost.
  public func quality(atLogCost logCost: Double) -> Reading {
    let last = points[points.count - 1]
    if logCost < points[0].logCost { return .below }
    if logCost > last.logCost { return .above }
    for (left, right) in zip(points, points.dropFirst()) where right.logCost >= logCost {
      let share = (logCost - left.logCost) / (right.logCost - left.logCost)
      return .value(left.quality + share * (right.quality - left.quality))
    }
    return .value(last.quality)
  }
}

extension SettingCurve.Point {
  /// The means over `points`, such as seeds, all or all but the one at `left`.
  public init(meanOf points: [SettingCurve.Point], without left: Int? = nil) {
    let kept = points.indices.filter { $0 != left }.map { points[$0] }
    let count = Double(kept.count)
    self.init(
      logCost: kept.reduce(0) { $0 + $1.logCost } / count,
      quality: kept.reduce(0) { $0 + $1.quality } / count)
  }
}
