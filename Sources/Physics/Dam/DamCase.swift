#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The dam of CFDBench in SI units: a jet of water along the floor of a box of air meets a barrier.
///
/// The box is 1.5 m long and 1 m high; frames show its lower 0.4 m. Water enters through the lowest
/// 0.1 m of the left side, above which the side is open, as is all of the right side.
public struct DamCase: Sendable, Codable, Equatable {
  /// The speed at which water enters, in m/s.
  public let inletVelocity: Double
  /// The height of the barrier, in m.
  public let barrierHeight: Double
  /// The width of the barrier, from x = 0.5 m on, in m.
  public let barrierWidth: Double
  /// The fluids.
  public let fluids: TwoPhaseFluids

  /// The extent of the box in x, in m.
  public static let length = 1.5
  /// The extent of the box in y, in m.
  public static let height = 1.0
  /// The height of the frames, in m.
  public static let windowHeight = 0.4
  /// The height of the inlet and of the water at the start, in m.
  public static let inletHeight = 0.1
  /// Where the barrier begins and the water ends at the start, in m.
  public static let barrierPosition = 0.5
  /// The downward acceleration, in m/s^2.
  public static let gravity = 9.81

  /// A dam from its numbers, all positive.
  public init(
    inletVelocity: Double, barrierHeight: Double, barrierWidth: Double, fluids: TwoPhaseFluids
  ) {
    self.inletVelocity = inletVelocity
    self.barrierHeight = barrierHeight
    self.barrierWidth = barrierWidth
    self.fluids = fluids
  }

  /// The Reynolds number of the inflow: density * inletVelocity * 0.1 m / viscosity.
  public var reynoldsNumber: Double {
    fluids.waterDensity * inletVelocity * DamCase.inletHeight / fluids.waterViscosity
  }

  /// The critical depth of the discharge q over the barrier, (q^2 / g)^(1/3), in m: about how deep the
  /// water spills over its edge.
  public var overflowDepth: Double {
    let discharge = inletVelocity * DamCase.inletHeight
    return cbrt(discharge * discharge / DamCase.gravity)
  }
}
