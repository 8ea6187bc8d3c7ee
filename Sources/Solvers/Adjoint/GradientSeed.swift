/// What a loss asks of a recorded solve: its derivatives by everything the solve returned.
public struct GradientSeed<S: SolverScalar>: Sendable {
  /// ∂L/∂y by saved state, each as long as the state; empty for none.
  public let states: [[S]]
  /// ∂L/∂E by accepted step, E the scaled error estimate; empty for none.
  public let errorEstimates: [Double]
  /// ∂L/∂λ by accepted step, λ the eigenvalue estimate; empty for none.
  public let eigenvalueEstimates: [Double]

  /// A seed with these derivatives.
  public init(
    states: [[S]] = [], errorEstimates: [Double] = [], eigenvalueEstimates: [Double] = []
  ) {
    self.states = states
    self.errorEstimates = errorEstimates
    self.eigenvalueEstimates = eigenvalueEstimates
  }
}
