/// A method beside a reference that was measured at several settings: how good the reference is at the
/// method's cost.
///
/// Runs are paired by seed. Quality and logarithm of the cost are averaged over seeds, of each setting
/// and of the method, before the reference's curve is read, so that noise of single seeds does not carry
/// the method's cost off the curve; the interval is the jackknife's over seeds, which keeps the pairing.
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

  /// The quality of the method less that of the reference at the same cost.
  public func qualityGain(level: Double = 0.95) -> Finding {
    guard let whole = gain(without: nil) else { return .noCurve }
    switch whole {
    case .below: return .below
    case .above: return .above
    case .value(let estimate):
      let others = method.count < 2 ? [] : method.indices.map { gain(without: $0) }
      let leftOneOut = others.compactMap { $0?.number }
      guard leftOneOut.count == method.count,
        let interval = Jackknife.interval(
          estimate: estimate, leftOneOut: leftOneOut, level: level)
      else { return .point(estimate) }
      return .interval(interval)
    }
  }

  /// The gain of the means over all seeds but one; nil where there is no curve.
  private func gain(without left: Int?) -> SettingCurve.Reading? {
    let method = SettingCurve.Point(meanOf: method, without: left)
    return SettingCurve(settings.map { SettingCurve.Point(meanOf: $0, without: left) })
      .map { $0.quality(atLogCost: method.logCost).mapped { method.quality - $0 } }
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
