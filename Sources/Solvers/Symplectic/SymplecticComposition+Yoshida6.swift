extension SymplecticComposition {
  /// Seven steps of order 6.
  public static let yoshida6: SymplecticComposition = {
    let (w1, w2, w3) = (-1.17767998417887, 0.235573213359357, 0.784513610477560)
    return SymplecticComposition(
      name: "yoshida6", source: "Yoshida, Phys. Lett. A 150 (1990), table 1, solution A", order: 6,
      fractions: [w3, w2, w1, 1 - 2 * (w1 + w2 + w3), w1, w2, w3])
  }()
}
