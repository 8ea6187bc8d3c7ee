/// The lid-driven cavity in SI units: a fluid at rest in a box whose lid starts to move at time 0.
public struct CavityCase: Sendable, Codable, Equatable {
  /// The speed of the lid (at y = height, in the +x direction), in m/s.
  public let lidVelocity: Double
  /// The density, in kg/m^3.
  public let density: Double
  /// The dynamic viscosity, in Pa s.
  public let viscosity: Double
  /// The extent along the lid, in m.
  public let width: Double
  /// The extent away from the lid, in m.
  public let height: Double

  /// A cavity from its five numbers, all positive.
  public init(
    lidVelocity: Double, density: Double, viscosity: Double, width: Double, height: Double
  ) {
    self.lidVelocity = lidVelocity
    self.density = density
    self.viscosity = viscosity
    self.width = width
    self.height = height
  }

  /// A unit box with a lid of unit speed at the given Reynolds number.
  public init(unitBoxAtReynoldsNumber reynoldsNumber: Double) {
    self.init(lidVelocity: 1, density: 1, viscosity: 1 / reynoldsNumber, width: 1, height: 1)
  }

  /// density * lidVelocity * width / viscosity.
  public var reynoldsNumber: Double { density * lidVelocity * width / viscosity }

  /// viscosity / density, in m^2/s.
  public var kinematicViscosity: Double { viscosity / density }

  /// The time in which the lid moves by its own length, in s.
  public var convectiveTime: Double { width / abs(lidVelocity) }
}
