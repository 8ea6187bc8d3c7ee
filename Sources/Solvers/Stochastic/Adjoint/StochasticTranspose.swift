/// The transposed Jacobians of a stochastic problem.
public struct StochasticTranspose<S: SolverScalar> {
  /// Of the drift f.
  public let drift: SolveRecord<S>.Transpose
  /// Of the diffusion g of each element.
  public let diffusion: SolveRecord<S>.Transpose

  /// These two; each adds (∂/∂y)ᵀ w to the gradient of the state, and (∂/∂parameters)ᵀ w to
  /// wherever its owner keeps that of the parameters.
  public init(
    drift: @escaping SolveRecord<S>.Transpose, diffusion: @escaping SolveRecord<S>.Transpose
  ) {
    self.drift = drift
    self.diffusion = diffusion
  }
}
