import Solvers

/// The spiral of the neural ODE papers (Chen et al. 2018, section 5; as in DiffEqFlux and in Pal et al. 2021):
/// u' = Aᵀ u³ with u³ by components and A = [−0.1 2; −2 −0.1], that is
/// u₁' = −0.1 u₁³ − 2 u₂³ and u₂' = 2 u₁³ − 0.1 u₂³.
public struct SpiralSystem: Sendable {
  /// The tolerance, absolute and relative; the states are kept in Float, with 6e-8.
  private static let tolerance = 1e-10

  /// A system without parameters.
  public init() {}

  /// The states [u₁, u₂] at the increasing `times`, the first of which is that of `initial`.
  public func states(from initial: [Double], at times: [Double]) -> [[Double]] {
    precondition(initial.count == 2, "a state of \(initial.count) numbers")
    guard let first = times.first, let last = times.last, last > first else { return [initial] }
    let problem = InitialValueProblem<Double>(initial: initial, span: first...last) { _, u, rate in
      let (a, b) = (u[0] * u[0] * u[0], u[1] * u[1] * u[1])
      rate[0] = -0.1 * a - 2 * b
      rate[1] = 2 * a - 0.1 * b
    }
    let options = SolveOptions(
      steps: .adaptive(AdaptiveSteps(absolute: Self.tolerance, relative: Self.tolerance)),
      saving: .hit(at: times))
    return ExplicitRungeKutta(.vern7).solve(problem, options).states
  }
}
