/// The methods of one or two evaluations, for equal steps.
public enum SimpleStochasticMethod: String, StochasticMethod, CaseIterable, Codable {
  /// y + f h + g ΔW; Ito, strong order 1/2 (Maruyama 1955).
  case eulerMaruyama = "euler-maruyama"
  /// Milstein's method with the derivative of g by a difference along y + f h + g √h; Ito, strong
  /// order 1 (Kloeden & Platen, *Numerical Solution of SDEs*, 11.1.3).
  case milstein
  /// y + f h + (g(y) + g(y + g ΔW)) ΔW / 2; Stratonovich, strong order 1 with diagonal noise.
  case eulerHeun = "euler-heun"

  /// The name, as in `order/milstein`.
  public var name: String { rawValue }
  /// The order of strong convergence with diagonal noise.
  public var strongOrder: Double { self == .eulerMaruyama ? 0.5 : 1 }
  /// None: these methods estimate no error.
  public var controller: StepController? { nil }

  /// A stepper of this method along `path`.
  public func stepper<S: SolverScalar>(
    for problem: StochasticProblem<S>, along path: VirtualBrownianTree
  ) -> any Stepper<S> {
    SimpleStochasticStepper(self, problem, path)
  }
}
