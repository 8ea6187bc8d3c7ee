import Experiment

/// The standings of all models on one task by one quantity.
public struct TaskSummary: Codable, Sendable, Equatable {
  /// The suite's id.
  public var suite: String
  /// The task's id.
  public var task: String
  /// The profile.
  public var profile: Profile
  /// What is compared.
  public var quantity: Quantity
  /// Which way is better.
  public var direction: Direction
  /// Models from best to worst, those without a value last.
  public var standings: [Standing]
  /// One front for each cost that the models have: training time and size.
  public var paretoFronts: [ParetoFront]

  /// A summary.
  public init(
    suite: String, task: String, profile: Profile, quantity: Quantity, direction: Direction,
    standings: [Standing], paretoFronts: [ParetoFront] = []
  ) {
    self.suite = suite
    self.task = task
    self.profile = profile
    self.quantity = quantity
    self.direction = direction
    self.standings = standings
    self.paretoFronts = paretoFronts
  }
}
