/// The transposed Jacobians of a stochastic problem.
public struct StochasticTranspose<S: SolverScalar> {
  /// Of the drift f.
  public let drift: SolveRecord<S>.Transpose
  /// Of the diffusion g of each element.
  public let diffusion: SolveRecord<S>.Transpose

  /// These two; each adds (∂/∂y)ᵀ w to the gradient of the state, and (∂/∂parameters)ᵀ w to wherever
  /// its owner keeps that of the parameters.
  public init(
    drift: @escaping SolveRecord<S>.Transpose, diffusion: @escaping SolveRecord<S>.Transpose
  ) {
    self.drift = drift
    self.diffusion = diffusion
  }
}

/// What the way back asks of one step.
struct StochasticStepSeed {
  /// ∂L/∂E.
  let error: Double
  /// ∂L/∂λ.
  let eigenvalue: Double
  /// What the gradient does with f and g at the start of the step.
  let firstStage: LocalRegulariser.FirstStage
}

/// The reverse of single steps of a stochastic method.
protocol StochasticReversal<S>: AnyObject {
  associatedtype S: SolverScalar
  /// Adds to `gradient`, of the state at the start, what comes from the cotangent of `result`, the state
  /// at the end; uses that cotangent up.
  func reverse(
    _ step: StepRecord, _ memory: StochasticStepMemory<S>, result: UnsafePointer<S>,
    cotangent: UnsafeMutablePointer<S>, seed: StochasticStepSeed,
    into gradient: UnsafeMutablePointer<S>)
}
