/// The three sweeps of CFDBench's lid-driven cavity (Luo et al. 2023, arXiv:2310.05963, table 2).
public enum CavitySweep: String, Codable, Sendable, CaseIterable {
  /// Boundary condition: lid velocity 1, 2, …, 50 m/s.
  case bc
  /// Properties: 12 densities × 7 viscosities, density-major.
  case prop
  /// Geometry: width × height, each 0.01, 0.02, …, 0.05 m.
  case geo

  /// The heading.
  var title: String { rawValue.uppercased() }

  /// The number of this sweep's first case: BC 0–49, PROP 50–133, GEO 134–158.
  var firstNumber: Int {
    switch self {
    case .bc: 0
    case .prop: 50
    case .geo: 134
    }
  }

  /// The cases in the published order (generation-code/…/create_scheme.py).
  public var cases: [CavityParameters] {
    switch self {
    case .bc:
      return (1...50).map { CavityParameters(lidVelocity: Double($0)) }
    case .prop:
      return Self.densities.flatMap { density in
        Self.viscosities.map { CavityParameters(density: density, viscosity: $0) }
      }
    case .geo:
      return Self.lengths.flatMap { width in
        Self.lengths.map { CavityParameters(height: $0, width: width) }
      }
    }
  }

  private static let densities: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0.1, 0.5]
  private static let viscosities: [Double] = [1e-5, 5e-5, 1e-4, 5e-4, 1e-3, 5e-3, 1e-2]
  private static let lengths: [Double] = [0.01, 0.02, 0.03, 0.04, 0.05]
}
