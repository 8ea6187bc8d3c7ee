/// Flow past a circular cylinder in a channel, in SI units; the cylinder's axis is the origin.
///
/// Fluid at rest at time 0; an inlet on the left, an open end with pressure 0 on the right, no-slip
/// walls below and above.
public struct CylinderCase: Sendable, Codable, Equatable {
  /// The mean velocity of the inlet (of a pulse: at its peak), in m/s.
  public let inletVelocity: Double
  /// The density, in kg/m^3.
  public let density: Double
  /// The dynamic viscosity, in Pa s.
  public let viscosity: Double
  /// The diameter of the cylinder, in m.
  public let diameter: Double
  /// From the axis to the inlet, in m.
  public let upstream: Double
  /// From the axis to the outlet, in m.
  public let downstream: Double
  /// From the axis to the lower wall, in m.
  public let below: Double
  /// From the axis to the upper wall, in m.
  public let above: Double
  /// The shape of the inlet velocity.
  public let profile: InletProfile

  /// A case from its numbers, all positive.
  public init(
    inletVelocity: Double, density: Double, viscosity: Double, diameter: Double, upstream: Double,
    downstream: Double, below: Double, above: Double, profile: InletProfile = .uniform
  ) {
    self.inletVelocity = inletVelocity
    self.density = density
    self.viscosity = viscosity
    self.diameter = diameter
    self.upstream = upstream
    self.downstream = downstream
    self.below = below
    self.above = above
    self.profile = profile
  }

  /// density * inletVelocity * diameter / viscosity.
  public var reynoldsNumber: Double { density * inletVelocity * diameter / viscosity }

  /// viscosity / density, in m^2/s.
  public var kinematicViscosity: Double { viscosity / density }

  /// The time in which the inlet velocity covers a diameter, in s.
  public var convectiveTime: Double { diameter / abs(inletVelocity) }

  /// The height of the channel, in m.
  public var height: Double { below + above }
}
