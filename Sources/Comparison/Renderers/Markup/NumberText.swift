import Foundation

/// Numbers as they stand in tables and sentences; files keep the shortest exact form.
enum NumberText {
  /// `number` to `digits` significant digits, as in `0.001234` or `1.2e-07`.
  static func short(_ number: Double, digits: Int = 4) -> String {
    String(format: "%.\(digits)g", number)
  }

  /// `1.12 [1.08, 1.17]`; the number alone when it stands on a single seed.
  static func interval(_ interval: Interval) -> String {
    let estimate = short(interval.estimate)
    guard interval.count > 1 else { return estimate }
    return "\(estimate) [\(short(interval.lower)), \(short(interval.upper))]"
  }
}
