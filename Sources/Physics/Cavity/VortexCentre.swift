/// Where a vortex turns and how strongly, without units.
public struct VortexCentre: Sendable, Equatable {
  /// The position along the lid, as a fraction of the width.
  public let x: Double
  /// The height, as a fraction of the height.
  public let y: Double
  /// The stream function there, in lid speed times width.
  public let streamFunction: Double
}
