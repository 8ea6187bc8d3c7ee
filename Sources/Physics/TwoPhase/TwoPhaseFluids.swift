import CKernels

/// Two immiscible fluids, in SI units: the first is called water, the second air.
public struct TwoPhaseFluids: Sendable, Codable, Equatable {
  /// The density of air in the datasets, in kg/m^3.
  public static let standardAirDensity = 1.225
  /// The dynamic viscosity of air in the datasets, in Pa s.
  public static let standardAirViscosity = 1.7894e-5

  /// The density of the water, in kg/m^3.
  public let waterDensity: Double
  /// The dynamic viscosity of the water, in Pa s.
  public let waterViscosity: Double
  /// The density of the air, in kg/m^3.
  public let airDensity: Double
  /// The dynamic viscosity of the air, in Pa s.
  public let airViscosity: Double

  /// Water with air around it.
  public init(
    waterDensity: Double, waterViscosity: Double,
    airDensity: Double = TwoPhaseFluids.standardAirDensity,
    airViscosity: Double = TwoPhaseFluids.standardAirViscosity
  ) {
    self.waterDensity = waterDensity
    self.waterViscosity = waterViscosity
    self.airDensity = airDensity
    self.airViscosity = airViscosity
  }

  var kernel: flow_fluids {
    flow_fluids(
      water_density: waterDensity, air_density: airDensity, water_viscosity: waterViscosity,
      air_viscosity: airViscosity)
  }
}
