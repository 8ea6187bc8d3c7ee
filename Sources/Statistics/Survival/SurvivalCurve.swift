import Foundation

/// The Kaplan–Meier estimate of the share that has had no event by a time: S(t) = Π (1 − d / n) over
/// the times of events with d events among n at risk (Kaplan & Meier 1958).
public struct SurvivalCurve: Sendable, Equatable {
  /// A step of the curve.
  public struct Step: Sendable, Equatable {
    /// The time of the event.
    public let time: Double
    /// The number at risk just before.
    public let atRisk: Int
    /// The number of events.
    public let events: Int
    /// The share that survives from here on.
    public let survival: Double
    /// Greenwood's Σ d / (n (n − d)): the variance of ln S (Greenwood 1926); infinite once S is 0.
    public let logVariance: Double
  }

  /// The steps, in order of time.
  public let steps: [Step]
  /// The longest time seen, event or censored: the curve says nothing beyond.
  public let end: Double
  /// The number of times.
  public let count: Int

  /// The curve of these times.
  public init(_ times: SurvivalTimes) {
    var (survival, logVariance) = (1.0, 0.0)
    steps = times.events.map { time, events, atRisk in
      survival *= Double(atRisk - events) / Double(atRisk)
      logVariance += Double(events) / (Double(atRisk) * Double(atRisk - events))
      return Step(
        time: time, atRisk: atRisk, events: events, survival: survival, logVariance: logVariance)
    }
    end = times.times[times.times.count - 1].time
    count = times.times.count
  }

  /// The share that survives past `time`; nil beyond the longest time seen, unless nobody is left.
  public func survival(at time: Double) -> Double? {
    let step = steps.last { $0.time <= time }
    if time > end, step?.survival != 0 { return nil }
    return step?.survival ?? 1
  }

  /// The share at `time` with the interval of ln(−ln S), which stays within 0 and 1:
  /// S ^ exp(± z σ / ln S) with σ² = Greenwood's sum (Kalbfleisch & Prentice 2002, equation 1.17).
  /// nil where S is 0 or 1, which leave no variance, and beyond the longest time seen.
  public func interval(at time: Double, level: Double = 0.95) -> ConfidenceInterval? {
    guard time <= end, let step = steps.last(where: { $0.time <= time }), step.survival > 0 else {
      return nil
    }
    let z = NormalDistribution.quantile((1 + level) / 2)
    let width = z * step.logVariance.squareRoot() / -log(step.survival)
    return ConfidenceInterval(
      estimate: step.survival, lower: pow(step.survival, exp(width)),
      upper: pow(step.survival, exp(-width)), level: level, count: count)
  }

  /// The time by which a `share` has had the event: the first with S ≤ 1 − share; nil when so many
  /// never had it.
  public func quantile(_ share: Double) -> Double? {
    // The product of quotients misses a round share by rounding.
    steps.first { $0.survival <= 1 - share + 1e-12 }?.time
  }

  /// The median time to the event, nil when half never had it.
  public var median: Double? { quantile(0.5) }

  /// The mean of min(time, `limit`), ∫₀^limit S dt, with the normal interval of its variance
  /// Σ (∫ₜ^limit S)² d / (n (n − d)) (Klein & Moeschberger 2003, section 4.5); nil for a limit beyond
  /// the longest time seen, unless nobody is left.
  public func restrictedMean(upTo limit: Double, level: Double = 0.95) -> ConfidenceInterval? {
    guard survival(at: limit) != nil else { return nil }
    let inside = steps.filter { $0.time < limit }
    let ends = inside.dropFirst().map(\.time) + [limit]
    let areas = zip(inside, ends).map { $0.survival * ($1 - $0.time) }
    let mean = (inside.first?.time ?? limit) + areas.reduce(0, +)
    var (rest, variance) = (0.0, 0.0)
    for (step, area) in zip(inside, areas).reversed() where step.survival > 0 {
      rest += area
      variance +=
        rest * rest * Double(step.events)
        / (Double(step.atRisk) * Double(step.atRisk - step.events))
    }
    let half = NormalDistribution.quantile((1 + level) / 2) * variance.squareRoot()
    return ConfidenceInterval(
      estimate: mean, lower: mean - half, upper: mean + half, level: level, count: count)
  }
}
