extension SDIRKTableau {
  /// The trapezoidal rule followed by the backward differentiation formula of order 2; L-stable.
  public static let trbdf2: SDIRKTableau = {
    let diagonal = 1 - 0.5.squareRoot()
    let w = 2.0.squareRoot() / 4
    let embedded = [(1 - w) / 3, (3 * w + 1) / 3, diagonal / 3]
    return SDIRKTableau(
      name: "trbdf2",
      source:
        "Bank et al., IEEE Trans. CAD 4 (1985); Hosea & Shampine, Appl. Numer. Math. 20 (1996)",
      order: 2, embeddedOrder: 3, nodes: [0, 2 * diagonal, 1], diagonal: diagonal,
      coefficients: [[], [diagonal], [w, w]],
      errorWeights: zip(embedded, [w, w, diagonal]).map { $0 - $1 })
  }()
}
