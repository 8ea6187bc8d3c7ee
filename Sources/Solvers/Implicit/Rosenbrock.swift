/// A Rosenbrock method: stiff problems with one linear system for each stage and no iteration.
public struct Rosenbrock: InitialValueMethod, Equatable {
  /// Its coefficients.
  public let tableau: RosenbrockTableau

  /// The method of `tableau`.
  public init(_ tableau: RosenbrockTableau) { self.tableau = tableau }

  /// The tableau's name.
  public var name: String { tableau.name }
  /// The tableau's order.
  public var order: Int { tableau.order }
  /// The elementary law for the order of the error estimate, growing at most fivefold.
  public var controller: StepController? {
    StepController(
      exponents: .init(current: 1 / Double(tableau.embeddedOrder + 1)),
      acceptedFactors: 0.2...5, rejectedFactors: 0.2...0.9)
  }

  /// A stepper with stages and a matrix of its own.
  public func stepper<S: SolverScalar>(for problem: InitialValueProblem<S>) -> any Stepper<S> {
    RosenbrockStepper(tableau, problem)
  }
}
