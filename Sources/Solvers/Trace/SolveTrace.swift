/// What happened during a solve.
public struct SolveTrace: Sendable, Equatable {
  /// Every attempted step, in order.
  public let attempts: [StepRecord]
  /// What it cost.
  public let work: WorkCount

  /// A trace of these facts.
  public init(attempts: [StepRecord], work: WorkCount) {
    self.attempts = attempts
    self.work = work
  }

  /// The steps that the solution is made of.
  public var accepted: [StepRecord] { attempts.filter(\.isAccepted) }
  /// How many steps were thrown away.
  public var rejectedCount: Int { attempts.count { !$0.isAccepted } }
}
