import Experiment

/// The laws of a metric, on fields whose scores are known.
public struct MetricSelfTest: Sendable {
  /// What Float inputs leave unknown of a number of size 1.
  private static let tolerance = 1e-5

  private let use: MetricUse

  /// A test of `use`.
  public init(_ use: MetricUse) { self.use = use }

  private var subject: String { "metric \(use.name)" }

  /// One finding for each law; the known values that the metric states none of are left out. None of what
  /// a model tells of itself, which is computed from no prediction.
  public func findings() -> [SelfTestFinding] {
    guard !(use.metric is any AccountMetric) else { return [] }
    return MetricProbe.allCases.compactMap(knownValue)
      + [noBetterThanPerfect, orderOfSamples, pointsThatDoNotCount]
  }

  private func knownValue(_ probe: MetricProbe) -> SelfTestFinding? {
    let found = use.metric.value(probe.field)
    let law = "known value on the \(probe.rawValue) prediction"
    switch use.metric.knownScore(of: probe) {
    case .unstated: return nil
    case .missing:
      return .law(
        law, of: subject, holds: found.number == nil,
        otherwise: "gave \(Self.text(found)) where there is no number")
    case .value(let number):
      return .law(
        law, of: subject, holds: Self.isClose(found.number, number),
        otherwise: "gave \(Self.text(found)), expected \(number)")
    }
  }

  /// By its own direction, no prediction may score above the truth itself.
  private var noBetterThanPerfect: SelfTestFinding {
    let sign = type(of: use.metric).definition.direction == .lower ? 1.0 : -1.0
    let best = use.metric.value(MetricProbe.perfect.field).number
    let beaten = [MetricProbe.zero, .mean].filter { probe in
      guard let best, let other = use.metric.value(probe.field).number else { return false }
      return sign * other < sign * best - Self.tolerance
    }
    return .law(
      "nothing is better than the truth", of: subject, holds: best != nil && beaten.isEmpty,
      otherwise: best == nil
        ? "a perfect prediction has no number"
        : "the \(beaten.map(\.rawValue).joined(separator: " and the ")) prediction scored better")
  }

  private var orderOfSamples: SelfTestFinding {
    let fields = MetricProbe.allCases.map(\.field).filter { use.metric.value($0).number != nil }
    let forward = use.metric.aggregate(fields)
    let backward = use.metric.aggregate(fields.reversed())
    return .law(
      "the order of samples does not matter", of: subject,
      holds: forward.number.map { Self.isClose(backward.number, $0) } ?? (backward.number == nil),
      otherwise: "\(Self.text(forward)) one way, \(Self.text(backward)) the other")
  }

  /// Half of the points are taken out of the count, and their predictions spoilt.
  private var pointsThatDoNotCount: SelfTestFinding {
    let clean = Self.masked(spoilt: false)
    let spoilt = Self.masked(spoilt: true)
    let (before, after) = (use.metric.value(clean), use.metric.value(spoilt))
    return .law(
      "points without weight do not matter", of: subject, holds: before == after,
      otherwise: "\(Self.text(before)) before they changed, \(Self.text(after)) after")
  }

  private static func masked(spoilt: Bool) -> ScoredField {
    let field = MetricProbe.perfect.field
    let weights = field.expected.indices.map { Float($0 / 16 % 16 < 8 ? 1 : 0) }
    let predicted = zip(field.expected, weights).map { truth, weight in
      weight == 0 && spoilt ? Float.nan : truth * 1.25
    }
    return ScoredField(
      predicted: predicted, expected: field.expected, persistence: field.persistence,
      weights: weights, grid: field.grid)
  }

  private static func isClose(_ number: Double?, _ expected: Double) -> Bool {
    guard let number else { return false }
    return abs(number - expected) <= tolerance * max(1, abs(expected))
  }

  private static func text(_ value: MeasuredValue) -> String {
    value.number.map { "\($0)" } ?? "no number (\(value.reason ?? ""))"
  }
}
