extension RosenbrockTableau {
  /// Lang and Verwer's method 3(2), made for parabolic problems; A-stable.
  public static let ros3p: RosenbrockTableau = {
    let g = 0.5 + 3.0.squareRoot() / 6
    let inverse = 1 / g
    let c32 = -inverse * (2 - 0.5 * inverse)
    let m2 = inverse * (2.0 / 3 - inverse / 6)
    let weights = [inverse * (1 + m2), m2, inverse / 3]
    let embedded = [2.113248654051871, 1, 0.4226497308103742]
    return RosenbrockTableau(
      name: "ros3p",
      source: "Lang & Verwer, BIT 41 (2001); as in SciML/OrdinaryDiffEq.jl rosenbrock_tableaus.jl",
      order: 3, embeddedOrder: 2, diagonal: g, nodes: [0, 1, 1],
      timeWeights: [0.7886751345948129, -0.2113248654051871, -1.0773502691896260],
      coefficients: [[], [inverse], [inverse, 0]],
      couplings: [[], [-inverse * inverse], [-inverse * (1 - c32), c32]],
      weights: weights, errorWeights: zip(weights, embedded).map { $0 - $1 })
  }()
}
