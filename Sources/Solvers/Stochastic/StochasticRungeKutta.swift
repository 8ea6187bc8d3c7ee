/// A stochastic Runge-Kutta method of strong order 3/2 with adaptive steps.
///
/// The error vector is h Σ kᵢ + χ₂ Σ β³ᵢ gᵢ + χ₃ Σ β⁴ᵢ gᵢ (Rackauckas & Nie 2017, with δ = 1): it is of
/// order h and meant to be careful.
public struct StochasticRungeKutta: StochasticMethod, Equatable {
  /// Its coefficients.
  public let tableau: SRITableau

  /// The method of `tableau`.
  public init(_ tableau: SRITableau) { self.tableau = tableau }

  /// The tableau's name.
  public var name: String { tableau.name }
  /// 3/2.
  public var strongOrder: Double { 1.5 }
  /// SciML's law for stochastic problems.
  public var controller: StepController? { .sciMLStochastic }

  /// A stepper with stages of its own along `path`.
  public func stepper<S: SolverScalar>(
    for problem: StochasticProblem<S>, along path: any BrownianPath
  ) -> any Stepper<S> {
    SRIStepper(tableau, problem, path)
  }
}
