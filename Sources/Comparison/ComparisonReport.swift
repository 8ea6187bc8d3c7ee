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
  /// Each model over all tasks, in the order of suite and model.
  public var overall: [OverallRow]
  /// What each model costs, in the order of suite, task, cost and model.
  public var costs: [CostRow]
  /// What was left out, and why.
  public var incomparable: [IncomparablePart]
  /// How the test was made: pairing, spread, correction, in sentences.
  public var methods: [String]

  /// A comparison.
  public init(
    baseline: String, profile: Profile, margin: Double, rows: [ComparisonRow],
    overall: [OverallRow] = [], costs: [CostRow] = [], incomparable: [IncomparablePart] = [],
    methods: [String] = []
  ) {
    self.baseline = baseline
    self.profile = profile
    self.margin = margin
    self.rows = rows
    self.overall = overall
    self.costs = costs
    self.incomparable = incomparable
    self.methods = methods
  }

  /// Whether any row is worse by more than the margin or has lost a value that the baseline has, a
  /// model is worse over all tasks, or a gated cost is worse.
  public var hasRegression: Bool { regressionCount > 0 }

  /// How many rows of any kind are a step back.
  public var regressionCount: Int {
    rows.count(where: \.isRegression) + overall.count(where: \.isRegression)
      + costs.count(where: \.isRegression)
  }
}
