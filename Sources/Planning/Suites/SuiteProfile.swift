import Experiment

/// What a suite runs at one profile.
public struct SuiteProfile: Sendable, Equatable {
  /// Which profile.
  public let profile: Profile
  /// The root seeds, at least one.
  public let seeds: [Int]
  /// The ids of its tasks, in the order of the suite.
  public let tasks: [String]
  /// The ids of its models, in the order of the suite.
  public let models: [String]
  /// What every model may spend on a cell.
  public let budget: Budget

  /// A profile.
  public init(
    profile: Profile, seeds: [Int], tasks: [String], models: [String], budget: Budget
  ) {
    self.profile = profile
    self.seeds = seeds
    self.tasks = tasks
    self.models = models
    self.budget = budget
  }
}
