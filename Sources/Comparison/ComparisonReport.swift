import Experiment

/// A comparison of results with a baseline, row by row.
public struct ComparisonReport: Codable, Sendable, Equatable {
  /// The baseline's id.
  public var baseline: String
  /// The profile of both sides.
  public var profile: Profile
  /// The relative difference that is called equivalent.
  public var margin: Double
  /// Rows in the order of suite, task, quantity and model.
  public var rows: [ComparisonRow]

  /// A comparison.
  public init(baseline: String, profile: Profile, margin: Double, rows: [ComparisonRow]) {
    self.baseline = baseline
    self.profile = profile
    self.margin = margin
    self.rows = rows
  }

  /// Whether any row is worse by more than the margin, or has lost a value that the baseline has.
  public var hasRegression: Bool { rows.contains(where: \.isRegression) }
}
