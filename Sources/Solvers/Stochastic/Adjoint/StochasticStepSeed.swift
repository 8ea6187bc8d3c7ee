/// What the way back asks of one step.
struct StochasticStepSeed {
  /// ∂L/∂E.
  let error: Double
  /// ∂L/∂λ.
  let eigenvalue: Double
  /// What the gradient does with f and g at the start of the step.
  let firstStage: LocalRegulariser.FirstStage
}
