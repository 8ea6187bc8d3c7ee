/// A method beside a reference that was measured at several settings: what the reference costs at the
/// method's quality, and how good it is at the method's cost.
///
/// Runs are paired by seed. Quality and logarithm of the cost are averaged over seeds, of each setting
/// and of the method, before the reference's curve is read, so that noise of single seeds does not carry
/// the method's quality off the curve; the interval is the jackknife's over seeds, which keeps the pairing.
public struct SettingComparison: Sendable, Equatable {
  /// What a comparison found.
  public enum Finding: Sendable, Equatable {
    /// A difference with its interval.
    case interval(ConfidenceInterval)
    /// A difference without an interval: there is one seed, or without one of the seeds the curve ends
    /// before.
    case point(Double)
    /// The reference's curve lies above what is asked for.
    case below
    /// The reference's curve ends before what is asked for.
    case above
    /// The reference has fewer than two settings of different costs.
    case noCurve
  }

  /// The reference's settings, each with a point a seed.
  public let settings: [[SettingCurve.Point]]
  /// The method, a point a seed, in the same order.
  public let method: [SettingCurve.Point]

  /// A comparison over the seeds that all have.
  public init(settings: [[SettingCurve.Point]], method: [SettingCurve.Point]) {
    precondition(!method.isEmpty, "no comparison without a seed")
    precondition(
      settings.allSatisfy { $0.count == method.count }, "a setting has not \(method.count) seeds")
    self.settings = settings
    self.method = method
  }

  /// ln(cost of the method / cost of the reference where it is first as good); negative where the
  /// method saves.
  public func logCostRatio(level: Double = 0.95) -> Finding {
    finding(level: level) { Self.saving(of: Self.mean(method, without: $1), on: $0) }
  }

  /// The same less that of another method over the same seeds: ln of the ratio of both costs when each is
  /// brought to its quality along the reference's curve; negative where this method saves more.
  public func logCostRatio(against other: [SettingCurve.Point], level: Double = 0.95) -> Finding {
    precondition(other.count == method.count, "the other method has not \(method.count) seeds")
    return finding(level: level) { curve, left in
      let theirs = Self.saving(of: Self.mean(other, without: left), on: curve)
      guard case .value(let saved) = theirs else { return theirs }
      return Self.saving(of: Self.mean(method, without: left), on: curve).mapped { $0 - saved }
    }
  }

  /// The quality of the method less that of the reference at the same cost.
  public func qualityGain(level: Double = 0.95) -> Finding {
    finding(level: level) { curve, left in
      let method = Self.mean(method, without: left)
      return curve.quality(atLogCost: method.logCost).mapped { method.quality - $0 }
    }
  }

  private static func saving(of method: SettingCurve.Point, on curve: SettingCurve)
    -> SettingCurve.Reading
  {
    curve.logCost(reaching: method.quality).mapped { method.logCost - $0 }
  }

  /// A statistic of the reference's curve and of the seed that is left out, nil for none.
  private func finding(
    level: Double, _ statistic: (SettingCurve, Int?) -> SettingCurve.Reading
  ) -> Finding {
    guard let whole = reading(without: nil, statistic) else { return .noCurve }
    switch whole {
    case .below: return .below
    case .above: return .above
    case .value(let estimate):
      let others = method.count < 2 ? [] : method.indices.map { reading(without: $0, statistic) }
      let leftOneOut = others.compactMap { $0?.number }
      guard leftOneOut.count == method.count,
        let interval = Jackknife.interval(
          estimate: estimate, leftOneOut: leftOneOut, level: level)
      else { return .point(estimate) }
      return .interval(interval)
    }
  }

  /// The statistic of the means over all seeds but one; nil where there is no curve.
  private func reading(
    without left: Int?, _ statistic: (SettingCurve, Int?) -> SettingCurve.Reading
  ) -> SettingCurve.Reading? {
    SettingCurve(settings.map { Self.mean($0, without: left) }).map { statistic($0, left) }
  }

  private static func mean(_ points: [SettingCurve.Point], without left: Int?)
    -> SettingCurve.Point
  {
    let kept = points.indices.filter { $0 != left }.map { points[$0] }
    let count = Double(kept.count)
    return SettingCurve.Point(
      logCost: kept.reduce(0) { $0 + $1.logCost } / count,
      quality: kept.reduce(0) { $0 + $1.quality } / count)
  }
}

extension SettingCurve.Reading {
  fileprivate var number: Double? {
    if case .value(let number) = self { number } else { nil }
  }

  fileprivate func mapped(_ change: (Double) -> Double) -> SettingCurve.Reading {
    if case .value(let number) = self { .value(change(number)) } else { self }
  }
}
