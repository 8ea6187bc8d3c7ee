import Networks
import Solvers

/// A solve with the work that its penalty took beside it, which its own count does not have.
final class CompanionSolve: RecordedSolve {
  private let main: any RecordedSolve
  private let others: () -> [BackwardReport]

  /// - Parameters:
  ///   - main: the solve, whose steps are told
  ///   - others: how the work beside it ended and what it took, on the way forward
  init(_ main: any RecordedSolve, with others: @escaping () -> [BackwardReport]) {
    self.main = main
    self.others = others
  }

  var outcome: SolveOutcome {
    ([main.outcome] + others().map(\.outcome)).first { $0 != .finished } ?? .finished
  }

  var trace: SolveTrace {
    var work = main.trace.work
    for other in others() { work.evaluations += other.trace.work.evaluations }
    return SolveTrace(attempts: main.trace.attempts, work: work)
  }

  var backward: BackwardReport { main.backward }
}
