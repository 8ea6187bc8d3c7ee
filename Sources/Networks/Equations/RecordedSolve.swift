import Solvers

/// A solve on a tape, whose last pass can be looked at.
public protocol RecordedSolve: AnyObject {
  /// How the last pass ended.
  var outcome: SolveOutcome { get }
  /// The steps and the cost of the last pass.
  var trace: SolveTrace { get }
  /// What the last way back through it did.
  var backward: BackwardReport { get }
}

extension TapedSolve: RecordedSolve {}
extension TapedStochasticSolve: RecordedSolve {}
