/// What the last way back through a solve did.
public struct BackwardReport: Sendable, Equatable {
  /// How it ended; without `finished` there is no gradient.
  public let outcome: SolveOutcome
  /// The steps of a continuous adjoint, each from its later time on, and what the way back cost:
  /// `evaluations` of the rate for its own sake (stages that are made again, a state that is solved
  /// backwards) and `transposedProducts`.
  public let trace: SolveTrace

  /// A report of these facts.
  public init(
    outcome: SolveOutcome = .finished,
    trace: SolveTrace = SolveTrace(attempts: [], work: WorkCount())
  ) {
    self.outcome = outcome
    self.trace = trace
  }
}
