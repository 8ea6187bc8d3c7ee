/// The methods of one or two evaluations; Euler-Heun alone estimates an error, the others take equal
/// steps.
public enum SimpleStochasticMethod: String, StochasticMethod, CaseIterable, Codable {
  /// y + f h + g ΔW; Ito, strong order 1/2 (Maruyama 1955).
  case eulerMaruyama = "euler-maruyama"
  /// Milstein's method with the derivative of g by a difference along y + f h + g √h; Ito, strong
  /// order 1 (Kloeden & Platen, *Numerical Solution of SDEs*, 11.1.3).
  case milstein
  /// y + f h + (g(y) + g(y + g ΔW)) ΔW / 2; Stratonovich, strong order 1 with diagonal noise.
  ///
  /// When errors are measured, one more drift is evaluated, and the error vector is what Heun's rule
  /// for both terms would add to Euler's: h (f(t + h, p) - f)/2 + (g(ŷ) - g) ΔW/2 with ŷ = y + g ΔW
  /// and p = ŷ + f h. The second part is Lamba's estimate (J. Comput. Appl. Math. 161, 2003) with the
  /// difference along ΔW in place of that along √h.
  case eulerHeun = "euler-heun"

  /// The name, as in `order/milstein`.
  public var name: String { rawValue }
  /// The order of strong convergence with diagonal noise.
  public var strongOrder: Double { self == .eulerMaruyama ? 0.5 : 1 }
  /// SciML's law for stochastic problems, of Euler-Heun; none of the others.
  public var controller: StepController? {
    self == .eulerHeun ? .sciMLStochasticFirstOrder : nil
  }

  /// A stepper of this method along `path`.
  public func stepper<S: SolverScalar>(
    for problem: StochasticProblem<S>, along path: any BrownianPath
  ) -> any Stepper<S> {
    SimpleStochasticStepper(self, problem, path)
  }
}
