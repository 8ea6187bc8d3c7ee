/// The states at the saved times, how the solve ended and what happened.
public struct Solution<S: SolverScalar>: Sendable {
  /// The times that were saved, increasing.
  public let times: [Double]
  /// The state at each.
  public let states: [[S]]
  /// How it ended; states may be missing when it did not finish.
  public let outcome: SolveOutcome
  /// Steps and cost.
  public let trace: SolveTrace

  /// The last saved state.
  public var last: [S] { states.last ?? [] }

  func adding(evaluations: Int, diffusionEvaluations: Int = 0) -> Solution {
    var work = trace.work
    work.evaluations += evaluations
    work.diffusionEvaluations += diffusionEvaluations
    return Solution(
      times: times, states: states, outcome: outcome,
      trace: SolveTrace(attempts: trace.attempts, work: work))
  }
}
