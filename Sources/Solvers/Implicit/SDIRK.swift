/// A diagonally implicit Runge-Kutta method for stiff problems, with Newton's method in each stage.
public struct SDIRK: InitialValueMethod, Equatable {
  /// Its coefficients.
  public let tableau: SDIRKTableau

  /// The method of `tableau`.
  public init(_ tableau: SDIRKTableau) { self.tableau = tableau }

  /// The tableau's name.
  public var name: String { tableau.name }
  /// The tableau's order.
  public var order: Int { tableau.order }
  /// The elementary law for the order of the error estimate, growing at most fivefold.
  public var controller: StepController? {
    StepController(
      exponents: .init(current: 1 / Double(min(tableau.order, tableau.embeddedOrder) + 1)),
      acceptedFactors: 0.2...5, rejectedFactors: 0.2...0.9)
  }

  /// A stepper with stages and a matrix of its own.
  public func stepper<S: SolverScalar>(for problem: InitialValueProblem<S>) -> any Stepper<S> {
    SDIRKStepper(tableau, problem)
  }
}
