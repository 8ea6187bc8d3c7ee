/// The unit of velocities inside a network.
public enum VelocityScaling: String, Codable, Sendable, CaseIterable {
  /// m/s, as CFDBench published its models.
  case none
  /// The root mean square speed of the sample's own input.
  case perSample
}
