/// The least cost at which a method reaches a quality: its Pareto front over the settings at which it was
/// measured, straight lines between them over the logarithm of the cost.
public struct CostFront: Sendable, Equatable {
  /// Where a quality is reached.
  public struct Place: Sendable, Equatable {
    /// The natural logarithm of the cost.
    public let logCost: Double
    /// Whether the cheapest setting is as good already, so that a cheaper one might be too.
    public let isCheapest: Bool

    /// A place.
    public init(logCost: Double, isCheapest: Bool) {
      self.logCost = logCost
      self.isCheapest = isCheapest
    }
  }

  /// The settings that are better than every cheaper one and every other of the same cost, by cost.
  public let points: [SettingCurve.Point]

  /// The front of one or more settings.
  public init(_ points: [SettingCurve.Point]) {
    precondition(!points.isEmpty, "a front has a setting")
    let sorted = points.sorted { ($0.logCost, -$0.quality) < ($1.logCost, -$1.quality) }
    self.points = sorted.reduce(into: []) { front, point in
      if point.quality > front.last?.quality ?? -.infinity { front.append(point) }
    }
  }

  /// The quality of the best setting.
  public var best: Double { points[points.count - 1].quality }

  /// Where `quality` is reached; nil when no setting is as good.
  public func place(reaching quality: Double) -> Place? {
    guard quality > points[0].quality else {
      return Place(logCost: points[0].logCost, isCheapest: true)
    }
    for (left, right) in zip(points, points.dropFirst()) where right.quality >= quality {
      let share = (quality - left.quality) / (right.quality - left.quality)
      return Place(
        logCost: left.logCost + share * (right.logCost - left.logCost), isCheapest: false)
    }
    return nil
  }
}
