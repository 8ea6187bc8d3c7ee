/// The scores of one method: for each task one score a run (seed). Tasks are the strata of the
/// bootstrap, and may differ in their number of runs.
public struct TaskScores: Sendable, Equatable {
  /// `tasks[t][r]`: the score of run r on task t; no task is without a score, all are finite.
  public let tasks: [[Double]]

  /// The scores that are there; nil without a task, and when a task has none, because a mean over
  /// the other tasks would answer another question.
  public init?(tasks: [[Double?]]) {
    let present = tasks.map { $0.compactMap { $0 } }
    guard !present.isEmpty, present.allSatisfy({ !$0.isEmpty }) else { return nil }
    precondition(
      present.allSatisfy { $0.allSatisfy(\.isFinite) }, "scores are finite; others are missing")
    self.tasks = present
  }

  /// The number of scores of all tasks.
  public var count: Int { tasks.reduce(0) { $0 + $1.count } }

  /// The aggregate of the scores themselves; `target` is γ of the optimality gap.
  public func value(of aggregate: Aggregate, target: Double = 1) -> Double {
    let table = ScoreTable(self, target: target)
    table.takeAll()
    return table.values[aggregate]
  }
}
