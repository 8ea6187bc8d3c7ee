import Tensors

/// dy = f(t, y) dt + g(t, y) dW with independent noise for each element (diagonal noise).
///
/// Several paths are one problem: the state holds them one after another.
public struct StochasticProblem<S: SolverScalar> {
  /// y₀.
  public let initial: [S]
  /// From when to when.
  public let span: ClosedRange<Double>
  /// f, the drift.
  public let drift: InitialValueProblem<S>.Rate
  /// g, the diffusion of each element.
  public let diffusion: InitialValueProblem<S>.Rate

  /// The problem with these parts.
  public init(
    initial: [S], span: ClosedRange<Double>, drift: @escaping InitialValueProblem<S>.Rate,
    diffusion: @escaping InitialValueProblem<S>.Rate
  ) {
    Requirement.check(!initial.isEmpty, "a problem without a state has no solution")
    self.initial = initial
    self.span = span
    self.drift = drift
    self.diffusion = diffusion
  }
}
