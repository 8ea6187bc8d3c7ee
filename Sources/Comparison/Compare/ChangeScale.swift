import Experiment

/// How two values of one quantity are set against each other.
public enum ChangeScale: String, Codable, Sendable, CaseIterable {
  /// ours / theirs, for quantities that are always positive.
  case ratio
  /// ours − theirs, for quantities that may be zero or negative, as a skill.
  case difference

  /// A ratio where the metric's declared range starts at 0 or above and every value is positive;
  /// otherwise a difference.
  public static func fitting(_ definition: MetricDefinition, values: [Double]) -> ChangeScale {
    guard values.allSatisfy({ $0 > 0 }) else { return .difference }
    return mayBeNegative(range: definition.range) ? .difference : .ratio
  }

  /// Whether a range such as `[0, ∞)` or `(-∞, 1]` reaches below zero. A range that is no pair of
  /// ends says nothing, so the values decide alone.
  private static func mayBeNegative(range: String) -> Bool {
    let lower = range.split(separator: ",").first.map { $0.drop { "[( ".contains($0) } }
    guard let lower, range.contains(",") else { return false }
    return lower.hasPrefix("-") || lower.hasPrefix("\u{2212}")
  }
}
