/// Who has the best mean rank when one task is left out.
public struct WinnerStability: Codable, Sendable, Equatable {
  /// What happens without one task.
  public struct Omission: Codable, Sendable, Equatable {
    /// The task that is left out.
    public var task: String
    /// The models with the best mean rank without it.
    public var winners: [String]

    /// An omission.
    public init(task: String, winners: [String]) {
      self.task = task
      self.winners = winners
    }
  }

  /// The models with the best mean rank over all tasks.
  public var winners: [String]
  /// One for each task, in the suite's order; empty for a single task.
  public var omissions: [Omission]

  /// A stability.
  public init(winners: [String], omissions: [Omission]) {
    self.winners = winners
    self.omissions = omissions
  }

  /// The omissions that change the winner; empty when no single task decides.
  public var changes: [Omission] { omissions.filter { $0.winners != winners } }
}
