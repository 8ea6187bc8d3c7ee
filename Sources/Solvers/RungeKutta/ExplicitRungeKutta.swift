/// An explicit Runge-Kutta method.
public struct ExplicitRungeKutta: InitialValueMethod, Equatable {
  /// Its coefficients.
  public let tableau: RungeKuttaTableau

  /// The method of `tableau`.
  public init(_ tableau: RungeKuttaTableau) { self.tableau = tableau }

  /// The tableau's name.
  public var name: String { tableau.name }
  /// The tableau's order.
  public var order: Int { tableau.order }
  /// SciML's PI law, with its own constants for Dormand and Prince's pair.
  public var controller: StepController? {
    guard tableau.embedded != nil else { return nil }
    return tableau.coefficients == RungeKuttaTableau.dopri5.coefficients
      ? .sciMLDormandPrince : .sciML(order: order)
  }

  /// A stepper with stages of its own.
  public func stepper<S: SolverScalar>(for problem: InitialValueProblem<S>) -> any Stepper<S> {
    ExplicitStepper(tableau, problem)
  }
}
