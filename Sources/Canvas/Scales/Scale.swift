import Foundation

/// How numbers become places along an axis.
public struct Scale: Sendable, Equatable {
  /// The law.
  public enum Law: String, Sendable, Codable {
    /// Equal differences are equally long.
    case linear
    /// Equal ratios are equally long.
    case logarithmic
  }

  /// The law.
  public let law: Law
  /// The number at the start.
  public let lower: Double
  /// The number at the end.
  public let upper: Double

  /// A scale from `lower` to `upper`.
  public init(_ law: Law, from lower: Double, to upper: Double) {
    precondition(lower < upper, "an axis from \(lower) to \(upper) has no length")
    precondition(law == .linear || lower > 0, "a logarithmic axis cannot begin at \(lower)")
    self.law = law
    self.lower = lower
    self.upper = upper
  }

  /// A scale that holds all of `numbers` with a little air; numbers that the law cannot show are
  /// left out, and without any the scale runs over one unit or one decade.
  public init(_ law: Law, holding numbers: [Double], air: Double = 0.04) {
    let shown = numbers.filter { $0.isFinite && (law == .linear || $0 > 0) }
    guard let low = shown.min(), let high = shown.max() else {
      self.init(law, from: law == .linear ? 0 : 0.1, to: 1)
      return
    }
    switch law {
    case .linear:
      let pad = high > low ? (high - low) * air : max(abs(high) * 0.1, 0.5)
      self.init(.linear, from: low >= 0 && low - pad < 0 ? 0 : low - pad, to: high + pad)
    case .logarithmic:
      let (start, end) = (log10(low), log10(high))
      let pad = max((end - start) * air, start == end ? 0.3 : 0.02)
      self.init(.logarithmic, from: pow(10, start - pad), to: pow(10, end + pad))
    }
  }

  /// The place of `number`, 0 at the start and 1 at the end; nil where the law cannot show it.
  public func fraction(_ number: Double) -> Double? {
    guard number.isFinite else { return nil }
    switch law {
    case .linear: return (number - lower) / (upper - lower)
    case .logarithmic:
      guard number > 0 else { return nil }
      return log10(number / lower) / log10(upper / lower)
    }
  }

  /// Marks at round numbers, about `count` of them with words.
  public func ticks(about count: Int = 5) -> [Tick] {
    law == .linear ? linearTicks(about: count) : logarithmicTicks(about: count)
  }

  /// Marks at round numbers along a horizontal axis of `length`, whose words do not touch each other.
  public func ticks(along length: Double, spacing: Double = 80, font: Font = PlotFrame.font)
    -> [Tick]
  {
    Tick.thinned(
      ticks(about: max(3, Int(length / spacing))), on: self, length: length, font: font)
  }

  private func linearTicks(about count: Int) -> [Tick] {
    let step = Self.roundStep((upper - lower) / Double(max(1, count)))
    let first = Int((lower / step - 1e-9).rounded(.up))
    let last = Int((upper / step + 1e-9).rounded(.down))
    guard first <= last else { return [] }
    let decimals = max(0, -Int(log10(step).rounded(.down)))
    let largest = max(abs(lower), abs(upper))
    return (first...last).map { index in
      let value = Double(index) * step
      let plain = String(format: "%.\(decimals)f", value).replacing("-", with: "−")
      let isLong = largest >= 1e5 || largest < 1e-3
      return Tick(value: value, label: isLong ? NumberText.short(value, digits: 2) : plain)
    }
  }

  private func logarithmicTicks(about count: Int) -> [Tick] {
    let first = Int((log10(lower) - 1e-9).rounded(.up))
    let last = Int((log10(upper) + 1e-9).rounded(.down))
    let decades = log10(upper / lower)
    guard decades >= 1.6, last - first >= 2 else { return narrowLogarithmicTicks(about: count) }
    let stride = max(1, Int((Double(last - first + 1) / Double(count + 1)).rounded(.up)))
    return (first...last).map { power in
      let isNamed = (power - first) % stride == 0
      return Tick(value: pow(10, Double(power)), label: isNamed ? Self.decade(power) : "")
    }
  }

  /// Less than two decades hold too few powers of ten: 1, 2 and 5 of each decade, or round
  /// differences when even those are too few.
  private func narrowLogarithmicTicks(about count: Int) -> [Tick] {
    let powers = Int(log10(lower).rounded(.down))...Int(log10(upper).rounded(.up))
    var ticks = roundNumbers([1, 2, 5], powers)
    if ticks.count > 7 { ticks = roundNumbers([1, 3], powers) }
    if ticks.count < 3 {
      let others = Scale(.linear, from: lower, to: upper).linearTicks(about: count)
      if others.count >= ticks.count { return others }
    }
    return ticks.map { Tick(value: $0, label: NumberText.short($0, digits: 1)) }
  }

  private func roundNumbers(_ factors: [Double], _ powers: ClosedRange<Int>) -> [Double] {
    let (low, high) = (lower * (1 - 1e-9), upper * (1 + 1e-9))
    let numbers: [Double] = powers.flatMap { power -> [Double] in
      let unit = pow(10, Double(power))
      return factors.map { $0 * unit }
    }
    return numbers.filter { $0 >= low && $0 <= high }
  }

  private static func decade(_ power: Int) -> String {
    (-2...3).contains(power)
      ? NumberText.plain(pow(10, Double(power)), digits: 1) : "10" + NumberText.superscript(power)
  }

  /// 1, 2 or 5 times a power of ten, the first that is at least `step`.
  private static func roundStep(_ step: Double) -> Double {
    let power = pow(10, log10(step).rounded(.down))
    let factor = [1.0, 2, 5].first { $0 * power >= step * (1 - 1e-9) } ?? 10
    return factor * power
  }
}
