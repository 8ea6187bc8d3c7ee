/// Whether the walls of a closed box hold the fluid back.
public enum WallFriction: Sendable, Codable {
  /// The fluid sticks to the walls.
  case noSlip
  /// The fluid slides along the walls.
  case freeSlip
}
