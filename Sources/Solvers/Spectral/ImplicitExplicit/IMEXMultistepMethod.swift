/// The coefficients of an implicit-explicit multistep method, as `IMEXMultistep` uses them.
///
/// Ascher, Ruuth & Wetton, "Implicit-explicit methods for time-dependent partial differential
/// equations", SIAM J. Numer. Anal. 32 (1995), section 4.
public struct IMEXMultistepMethod: Sendable {
  /// The name, as in `sbdf2`.
  public let name: String
  /// The order.
  public let order: Int
  /// a_0, a_1, …
  let solution: [Double]
  /// b_1, b_2, …
  let nonlinear: [Double]
  /// c_0, c_1, …
  let linear: [Double]

  /// How many past solutions a step needs.
  var steps: Int { nonlinear.count }

  /// Crank-Nicolson with Adams-Bashforth, order 2 (their eq. 4.8 family, CNAB).
  public static let cnab2 = IMEXMultistepMethod(
    name: "cnab2", order: 2, solution: [1, -1, 0], nonlinear: [1.5, -0.5], linear: [0.5, 0.5, 0])

  /// Semi-implicit backward differentiation, order 2.
  public static let sbdf2 = IMEXMultistepMethod(
    name: "sbdf2", order: 2, solution: [1.5, -2, 0.5], nonlinear: [2, -1], linear: [1, 0, 0])

  /// Semi-implicit backward differentiation, order 3.
  public static let sbdf3 = IMEXMultistepMethod(
    name: "sbdf3", order: 3, solution: [11.0 / 6, -3, 1.5, -1.0 / 3], nonlinear: [3, -3, 1],
    linear: [1, 0, 0, 0])

  /// Semi-implicit backward differentiation, order 4.
  public static let sbdf4 = IMEXMultistepMethod(
    name: "sbdf4", order: 4, solution: [25.0 / 12, -4, 3, -4.0 / 3, 0.25],
    nonlinear: [4, -6, 4, -1], linear: [1, 0, 0, 0, 0])
}
