/// What a continuous adjoint found.
public struct ContinuousGradient<S: SolverScalar>: Sendable {
  /// ∂L/∂y₀.
  public let initial: [S]
  /// ∂L/∂p.
  public let parameters: [S]
  /// How the way back went.
  public let report: BackwardReport
}
