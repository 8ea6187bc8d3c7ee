/// A Runge-Kutta method as values: each stage is a weighted sum of known fields, then perhaps a
/// viscous solve.
///
/// The method is ARS(2,3,2) of Ascher, Ruuth & Spiteri 1997, Appl. Numer. Math. 25, 151-167: second
/// order, its explicit half stable on the imaginary axis up to sqrt(3), its implicit half L-stable,
/// so that the impulsive start of a very viscous flow leaves no ringing (Crank-Nicolson rings). It
/// starts itself and takes any sequence of steps. The pressure of the previous step acts in all
/// stages and only the last is projected, as in Le & Moin 1991, J. Comput. Phys. 92, 369-379.
struct TimeScheme: Sendable {
  /// A field that a stage may draw on.
  enum Term: Sendable, Hashable {
    case start, stage
    case rate(Int)
  }

  /// One stage: `terms` with weights (those of rates in units of the step), `pressure` the weight of
  /// -grad p and `solve` the coefficient of the viscous solve, both in units of the step.
  struct Stage: Sendable {
    let terms: [(term: Term, weight: Double)]
    let pressure: Double
    let solve: Double
    /// The fraction of the step at whose end the walls are taken.
    let end: Double
  }

  let stages: [Stage]

  /// gamma = 1 - 1/sqrt(2), which makes the implicit half L-stable.
  private static let gamma = 1 - 0.5.squareRoot()
  /// delta = -2 sqrt(2)/3, which gives the explicit half the stability region of third order.
  private static let delta = -2 * 2.0.squareRoot() / 3

  /// All accelerations in the rates.
  static let explicit = TimeScheme(stages: [
    Stage(terms: [(.start, 1), (.rate(0), gamma)], pressure: gamma, solve: 0, end: gamma),
    Stage(
      terms: [(.start, 1), (.rate(0), delta), (.rate(1), 1 - delta)], pressure: 1, solve: 0,
      end: 1),
    Stage(
      terms: [(.start, 1), (.rate(1), 1 - gamma), (.rate(2), gamma)], pressure: 1, solve: 0,
      end: 1),
  ])

  /// Convection in the rates, viscosity solved for.
  ///
  /// The viscous rate of stage 1 is (U1 - right-hand side 1)/(gamma dt); put into stages 2 and 3
  /// it leaves these weights, with k = (1 - gamma)/gamma, and no viscous evaluation.
  static let implicit: TimeScheme = {
    let k = (1 - gamma) / gamma
    return TimeScheme(stages: [
      Stage(terms: [(.start, 1), (.rate(0), gamma)], pressure: gamma, solve: gamma, end: gamma),
      Stage(
        terms: [
          (.start, 1 - k), (.stage, k), (.rate(0), delta - 1 + gamma), (.rate(1), 1 - delta),
        ], pressure: gamma, solve: gamma, end: 1),
      Stage(
        terms: [
          (.stage, 1), (.rate(0), -delta), (.rate(1), delta - gamma), (.rate(2), gamma),
        ], pressure: 0, solve: 0, end: 1),
    ])
  }()
}
