import Autodiff
import Solvers

/// What a solve on a tape returns.
public struct InitialValueResult<S: SolverScalar> {
  /// The states at the saved times, [times, …state].
  public let states: Variable<S>
  /// The penalties of the regularisers in their order, [regularisers]; nil without any.
  public let penalties: Variable<S>?
  /// The integrals from t₀ to the saved times, [times, integrals, samples]; nil without any.
  public let integrals: Variable<S>?
  /// How the last pass went.
  public let solve: TapedSolve<S>
}
