/// The tube of CFDBench in SI units: air at rest between two plates, into which water is pushed.
public struct TubeCase: Sendable, Codable, Equatable {
  /// The speed at which water enters over the whole left end, in m/s.
  public let inletVelocity: Double
  /// The length, in m.
  public let length: Double
  /// The distance of the plates, in m.
  public let diameter: Double
  /// The fluids.
  public let fluids: TwoPhaseFluids

  /// A tube full of air.
  public init(inletVelocity: Double, length: Double, diameter: Double, fluids: TwoPhaseFluids) {
    self.inletVelocity = inletVelocity
    self.length = length
    self.diameter = diameter
    self.fluids = fluids
  }

  /// The Reynolds number of the water: density * inletVelocity * diameter / viscosity.
  public var reynoldsNumber: Double {
    fluids.waterDensity * inletVelocity * diameter / fluids.waterViscosity
  }

  /// The time in which the water, moving as a plug, would fill the tube, in s.
  public var fillingTime: Double { length / inletVelocity }
}
