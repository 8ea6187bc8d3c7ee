extension SymplecticComposition {
  /// The method of Stoermer and Verlet: half a kick, a drift, half a kick; order 2.
  public static let verlet = SymplecticComposition(
    name: "verlet", source: "Verlet, Phys. Rev. 159 (1967)", order: 2, fractions: [1])
}
