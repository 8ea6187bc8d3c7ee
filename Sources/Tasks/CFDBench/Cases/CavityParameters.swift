import Foundation

/// What a cavity case is: the content of its `case.json`, without the derived keys. The defaults are
/// CFDBench's base case (Re = 10⁴).
public struct CavityParameters: Codable, Sendable, Equatable {
  /// Speed of the lid, along +x, in m/s.
  public var lidVelocity: Double
  /// Density ρ in kg/m³.
  public var density: Double
  /// Dynamic viscosity μ in Pa s.
  public var viscosity: Double
  /// Extent along y in m.
  public var height: Double
  /// Extent along x in m.
  public var width: Double

  enum CodingKeys: String, CodingKey, CaseIterable {
    case lidVelocity = "vel_top"
    case density, viscosity, height, width
  }

  /// A case.
  public init(
    lidVelocity: Double = 10, density: Double = 1, viscosity: Double = 1e-5, height: Double = 0.01,
    width: Double = 0.01
  ) {
    self.lidVelocity = lidVelocity
    self.density = density
    self.viscosity = viscosity
    self.height = height
    self.width = width
  }

  /// Re = ρ u w / μ with the width of the lid.
  public var reynoldsNumber: Double { density * lidVelocity * width / viscosity }

  /// Equal exactly for cases with one and the same velocity field: with fixed lid speed and geometry
  /// an incompressible flow of one fluid depends on ν = μ/ρ alone (defect D12: such twins stand on
  /// both sides of the published split). Written to nine digits, as μ/ρ is rounded.
  var flowKey: String {
    [viscosity / density, lidVelocity, width, height].map(Self.nineDigits).joined(separator: " ")
  }

  private static func nineDigits(_ number: Double) -> String {
    String(format: "%.8e", number)
  }
}
