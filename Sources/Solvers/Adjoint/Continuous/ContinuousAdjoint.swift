import Tensors

/// The gradient by the adjoint equation: λ' = -(∂f/∂y)ᵀ λ from the last saved time back to t₀, with
/// λ(t₁) = ∂L/∂y(t₁), a jump of ∂L/∂y(tᵢ) at each saved time tᵢ, and ∂L/∂p = ∫ (∂f/∂p)ᵀ λ dt as one
/// more component (Pontryagin; Chen et al., *Neural Ordinary Differential Equations*, NeurIPS 2018).
///
/// It is solved by the method of the solve itself, with its law and tolerances when steps are adaptive,
/// its step size when they are fixed and its steps when they are given. The gradient differs from the
/// discrete one by errors of the size of the tolerances, and by those of the dense output, whose order
/// may be lower than the method's (`RungeKuttaTableau.denseOrder`).
public struct ContinuousAdjoint: Sendable, Equatable {
  /// Where y(t) comes from on the way back.
  public enum Path: Sendable, Equatable {
    /// From the dense output of the solve: all its stages are kept.
    case interpolating
    /// From y' = f solved backwards, anew from each saved state: nothing is kept, but where f contracts
    /// strongly, going back is unstable and the gradient is wrong.
    case backsolve
  }

  /// What the error of the parameters' integral does to the steps.
  public enum IntegralError: Sendable, Equatable {
    /// Nothing, as nothing depends on the integral: a seminorm (Kidger, Chen & Lyons, *"Hey, that's not
    /// an ODE": Faster ODE Adjoints via Seminorms*, ICML 2021).
    case ignored
    /// It is measured with all other components.
    case measured
  }

  /// Where y(t) comes from on the way back.
  public let path: Path
  /// What the error of the parameters' integral does to the steps.
  public let integral: IntegralError

  /// The gradient of these choices.
  public init(_ path: Path, integral: IntegralError = .ignored) {
    self.path = path
    self.integral = integral
  }

  /// The gradient of a loss with these derivatives by the saved states.
  ///
  /// - Parameters:
  ///   - record: the solve, with its stages when the path is `interpolating`
  ///   - states: ∂L/∂y by saved state; empty for none
  ///   - parameterCount: the number of parameters of f
  ///   - linearise: f and its transposed products
  /// - Returns: the gradients, NaN when the way back did not finish
  public func gradient<S: SolverScalar>(
    of record: SolveRecord<S>, states: [[S]], parameterCount: Int,
    linearise: @escaping SolveRecord<S>.Linearisation
  ) -> ContinuousGradient<S> {
    AdjointSolve(self, record, parameterCount: parameterCount, linearise).run(states)
  }
}
