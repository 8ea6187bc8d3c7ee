/// Flow through a plane channel in SI units: an inlet at x = 0, no-slip walls at y = 0 and y = height, an
/// open end with pressure 0 at x = length.
public struct ChannelCase: Sendable, Codable, Equatable {
  /// The mean velocity of the inlet, in m/s.
  public let inletVelocity: Double
  /// The kinematic viscosity, in m^2/s.
  public let kinematicViscosity: Double
  /// The extent along the flow, in m.
  public let length: Double
  /// The distance of the walls, in m.
  public let height: Double
  /// The shape of the inlet velocity.
  public let profile: InletProfile

  /// A channel from its numbers, all positive.
  public init(
    inletVelocity: Double, kinematicViscosity: Double, length: Double, height: Double,
    profile: InletProfile = .uniform
  ) {
    self.inletVelocity = inletVelocity
    self.kinematicViscosity = kinematicViscosity
    self.length = length
    self.height = height
    self.profile = profile
  }
}
