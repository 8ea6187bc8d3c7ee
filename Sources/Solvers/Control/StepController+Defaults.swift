extension StepController {
  /// The PI law of SciML's OrdinaryDiffEq (5.50 `pi_controller`): β₁ = 7/(10 p), β₂ = 2/(5 p),
  /// factors 0.2 to 10, remembered errors at least 1e-4.
  ///
  /// - Parameter order: p of the method
  /// - Returns: the law
  public static func sciML(order: Int) -> StepController {
    sciML(beta1: 0.7 / Double(order), beta2: 0.4 / Double(order))
  }

  /// The same law with its constants for the pair of Dormand and Prince: β₂ = 0.04 and
  /// β₁ = 1/5 - 3/4 β₂.
  public static let sciMLDormandPrince = sciML(beta1: 0.17, beta2: 0.04)

  /// The PI law of SciML's StochasticDiffEq (6.30) for methods of strong order 3/2:
  /// β₁ = 7/15, β₂ = 4/15; steps grow at most by 9/8.
  public static let sciMLStochastic = sciML(beta1: 7.0 / 15, beta2: 4.0 / 15, largest: 9.0 / 8)

  /// The same law for methods of strong order 1: β₁ = 7/10, β₂ = 2/5.
  public static let sciMLStochasticFirstOrder = sciML(beta1: 0.7, beta2: 0.4, largest: 9.0 / 8)

  private static func sciML(beta1: Double, beta2: Double, largest: Double = 10) -> StepController {
    StepController(
      exponents: Exponents(current: beta1, previous: -beta2),
      acceptedFactors: 0.2...largest, rejectedFactors: 0.2...0.9,
      errorFloor: 1e-4, initialError: 1e-4)
  }

  /// The `PIDController` of diffrax (0.7): exponents (I + P + D)/k, -(P + 2D)/k and D/k of 1/E,
  /// factors 1 to 10 after an accepted and 0.2 to 0.9 after a rejected step.
  ///
  /// - Parameters:
  ///   - errorOrder: k, the power of h that the error estimate falls with (5 for Tsit5)
  ///   - proportional: P
  ///   - integral: I
  ///   - derivative: D
  /// - Returns: the law
  public static func diffrax(
    errorOrder: Double, proportional: Double = 0, integral: Double = 1, derivative: Double = 0
  ) -> StepController {
    StepController(
      exponents: Exponents(
        current: (integral + proportional + derivative) / errorOrder,
        previous: -(proportional + 2 * derivative) / errorOrder,
        beforePrevious: derivative / errorOrder),
      acceptedFactors: 1...10, rejectedFactors: 0.2...0.9, rejectionMemory: .full,
      acceptance: .belowOne)
  }

  /// The elementary law of torchdiffeq (0.2): 0.9 E^(-1/p), from 0.2 (1 after an accepted step) to
  /// 10.
  ///
  /// - Parameter order: p of the method
  /// - Returns: the law
  public static func torchdiffeq(order: Int) -> StepController {
    StepController(
      exponents: Exponents(current: 1 / Double(order)), acceptedFactors: 1...10,
      rejectedFactors: 0.2...0.9)
  }
}
