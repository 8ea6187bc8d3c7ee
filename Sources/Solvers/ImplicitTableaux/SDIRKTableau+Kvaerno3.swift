extension SDIRKTableau {
  /// Kvaerno's pair 3(2); both methods are L-stable.
  public static let kvaerno3: SDIRKTableau = {
    // The root of x³ - 3x² + 3/2 x - 1/6 that makes the method L-stable.
    let g = 0.43586652150845899942
    let last = [
      (6 * g - 1) / (12 * g), -1 / ((24 * g - 12) * g), (-6 * g * g + 6 * g - 1) / (6 * g - 3),
    ]
    let third = [(-4 * g * g + 6 * g - 1) / (4 * g), (1 - 2 * g) / (4 * g)]
    return SDIRKTableau(
      name: "kvaerno3",
      source: "Kvaerno, BIT 44 (2004); as in patrick-kidger/diffrax kvaerno3.py",
      order: 3, embeddedOrder: 2, nodes: [0, 2 * g, 1, 1], diagonal: g,
      coefficients: [[], [g], third, last],
      errorWeights: zip(last + [g], third + [g, 0]).map { $0 - $1 })
  }()
}
