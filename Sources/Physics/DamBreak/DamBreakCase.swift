/// A column of water that collapses in a closed box, in SI units.
public struct DamBreakCase: Sendable, Codable, Equatable {
  /// The width of the column, from the left wall, in m.
  public let columnWidth: Double
  /// The height of the column, in m.
  public let columnHeight: Double
  /// The width of the box, in m.
  public let boxWidth: Double
  /// The height of the box, in m.
  public let boxHeight: Double
  /// The fluids.
  public let fluids: TwoPhaseFluids
  /// The downward acceleration, in m/s^2.
  public let gravity: Double

  /// A column at rest at time 0.
  public init(
    columnWidth: Double, columnHeight: Double, boxWidth: Double, boxHeight: Double,
    fluids: TwoPhaseFluids = TwoPhaseFluids(waterDensity: 998.2, waterViscosity: 1.003e-3),
    gravity: Double = 9.81
  ) {
    self.columnWidth = columnWidth
    self.columnHeight = columnHeight
    self.boxWidth = boxWidth
    self.boxHeight = boxHeight
    self.fluids = fluids
    self.gravity = gravity
  }
}
