import Foundation

extension FlowParameters {
  /// The velocity that drives the flow, in m/s.
  public var velocity: Double { self[problem.definition.velocity] }

  /// The extent of the fields along x, in m.
  public var windowWidth: Double { has(.width) ? self[.width] : self[.right] - self[.left] }

  /// The extent of the fields along y, in m.
  public var windowHeight: Double { has(.height) ? self[.height] : self[.top] - self[.bottom] }

  /// Re = ρ U L / μ with the driving velocity and the problem's own length: the lid, the tube's
  /// diameter, the height of the dam's inlet, the cylinder's diameter.
  public var reynoldsNumber: Double {
    self[.density] * velocity * problem.definition.length(self) / self[.viscosity]
  }

  /// Equal exactly for cases with one and the same velocity field. With fixed velocity and geometry an
  /// incompressible flow of one fluid depends on ν = μ/ρ alone (defect D12: such twins stand on both
  /// sides of the published split); beside air, whose density and viscosity are fixed, both ρ and μ
  /// count. Written to nine digits, as μ/ρ is rounded.
  var flowKey: String {
    let definition = problem.definition
    let fluid =
      definition.isTwoPhase
      ? [self[.density], self[.viscosity]] : [self[.viscosity] / self[.density]]
    let rest = definition.base.map(\.quantity)
      .filter { $0 != .density && $0 != .viscosity }.map { self[$0] }
    return (fluid + rest).map(Self.nineDigits).joined(separator: " ")
  }

  private static func nineDigits(_ number: Double) -> String {
    String(format: "%.8e", number)
  }
}
