import Experiment

/// What one invocation is to run: a suite at a profile, cell by cell.
public struct Plan: Codable, Sendable, Equatable {
  /// What reports must know of the suite.
  public var suite: SuiteDescription
  /// The resolved suite as canonical JSON: every parameter after defaults and overrides.
  public var resolvedSuite: String
  /// The profile.
  public var profile: Profile
  /// The cells in order of task, model and seed.
  public var cells: [PlannedCell]

  /// A plan.
  public init(
    suite: SuiteDescription, resolvedSuite: String, profile: Profile, cells: [PlannedCell]
  ) {
    self.suite = suite
    self.resolvedSuite = resolvedSuite
    self.profile = profile
    self.cells = cells
  }
}
