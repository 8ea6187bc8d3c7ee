/// The name of a unit of work.
public struct CellIdentity: Codable, Sendable, Hashable {
  /// The suite's id.
  public let suite: String
  /// The task's id within the suite.
  public let task: String
  /// The model's id within the suite.
  public let model: String
  /// The root seed.
  public let seed: Int
  /// The profile.
  public let profile: Profile

  /// An identity.
  public init(suite: String, task: String, model: String, seed: Int, profile: Profile) {
    self.suite = suite
    self.task = task
    self.model = model
    self.seed = seed
    self.profile = profile
  }
}

extension CellIdentity: CustomStringConvertible, Comparable {
  /// As in `cfdbench/cavity-bc/fno/seed 0/quick`.
  public var description: String { "\(suite)/\(task)/\(model)/seed \(seed)/\(profile.rawValue)" }

  /// Ordered by suite, task, model, profile and seed.
  public static func < (left: CellIdentity, right: CellIdentity) -> Bool {
    (left.suite, left.task, left.model, left.profile.rawValue, left.seed)
      < (right.suite, right.task, right.model, right.profile.rawValue, right.seed)
  }
}
