import Foundation

extension SymplecticComposition {
  /// The triple jump of order 4: w₁ = 1 / (2 - ∛2) twice around w₀ = 1 - 2 w₁.
  public static let yoshida4: SymplecticComposition = {
    let outer = 1 / (2 - cbrt(2.0))
    return SymplecticComposition(
      name: "yoshida4", source: "Yoshida, Phys. Lett. A 150 (1990), eq. 2.11", order: 4,
      fractions: [outer, 1 - 2 * outer, outer])
  }()
}
