/// The three sweeps of each problem of CFDBench (Luo et al. 2023, arXiv:2310.05963, section 3).
public enum FlowSweep: String, Codable, Sendable, CaseIterable {
  /// Boundary condition: the driving velocity varies.
  case bc
  /// Properties: density and viscosity vary.
  case prop
  /// Geometry: sizes vary.
  case geo
}
