/// A number in a case's `case.json`, in SI units.
public enum FlowQuantity: String, Sendable, CaseIterable {
  /// Speed of the cavity's lid, along +x, in m/s.
  case lidVelocity = "vel_top"
  /// Speed at the inlet of tube and cylinder, along +x, in m/s.
  case inletVelocity = "vel_in"
  /// Speed of the dam's jet at the inlet, along +x, in m/s.
  case jetVelocity = "velocity"
  /// Density ρ in kg/m³ (of the water where there is air as well).
  case density
  /// Dynamic viscosity μ in Pa s (of the water where there is air as well).
  case viscosity
  /// Height of the dam's barrier in m.
  case barrierHeight = "barrier_height"
  /// Width of the dam's barrier in m.
  case barrierWidth = "barrier_width"
  /// Extent along y in m.
  case height
  /// Extent along x in m.
  case width
  /// Radius of the cylinder in m.
  case radius
  /// The inlet, in m from the cylinder's centre; negative.
  case left = "x_min"
  /// The outlet, in m from the cylinder's centre.
  case right = "x_max"
  /// The lower wall, in m from the cylinder's centre; negative.
  case bottom = "y_min"
  /// The upper wall, in m from the cylinder's centre.
  case top = "y_max"

  /// Whether a sensible value is below zero (above zero otherwise).
  var isNegative: Bool { self == .left || self == .bottom }
}
