import Autodiff
import Solvers

/// What a stochastic solve on a tape returns.
public struct StochasticResult<S: SolverScalar> {
  /// The states at the saved times, [times, …state].
  public let states: Variable<S>
  /// The penalties of the regularisers in their order, then the local one; nil without any.
  public let penalties: Variable<S>?
  /// How the last pass went.
  public let solve: TapedStochasticSolve<S>
}
