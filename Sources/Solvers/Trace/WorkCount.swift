/// What a solve cost.
public struct WorkCount: Sendable, Equatable {
  /// Evaluations of the rate, or of the drift (NFE).
  public var evaluations = 0
  /// Evaluations of the diffusion of a stochastic problem.
  public var diffusionEvaluations = 0
  /// Jacobians made.
  public var jacobians = 0
  /// Matrices factorised.
  public var factorisations = 0
  /// Newton corrections, or inner iterations of a Krylov method.
  public var iterations = 0

  /// Nothing done.
  public init() {}
}
