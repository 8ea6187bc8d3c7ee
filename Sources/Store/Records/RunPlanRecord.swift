import Experiment

/// What a run is to do, in the words of the store.
public struct RunPlanRecord: Sendable {
  /// What reports must know of the suite.
  public let suite: SuiteDescription
  /// The profile.
  public let profile: Profile
  /// The resolved suite as canonical JSON.
  public let resolvedSuite: String
  /// All cells, cached ones included.
  public let cells: [RegisteredCell]

  /// A plan.
  public init(
    suite: SuiteDescription, profile: Profile, resolvedSuite: String, cells: [RegisteredCell]
  ) {
    self.suite = suite
    self.profile = profile
    self.resolvedSuite = resolvedSuite
    self.cells = cells
  }
}
