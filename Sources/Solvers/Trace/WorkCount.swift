/// What a solve cost.
public struct WorkCount: Sendable, Equatable {
  /// Evaluations of the rate, or of the drift (NFE).
  public var evaluations = 0
  /// Evaluations of the diffusion of a stochastic problem.
  public var diffusionEvaluations = 0
  /// Products of a transposed Jacobian with a vector, each of which also evaluates the rate where it is
  /// taken, unless that was kept.
  public var transposedProducts = 0
  /// Jacobians made.
  public var jacobians = 0
  /// Matrices factorised.
  public var factorisations = 0
  /// Newton corrections, or inner iterations of a Krylov method.
  public var iterations = 0

  /// Nothing done.
  public init() {}
}
