extension RungeKuttaTableau {
  /// Ralston's method, order 2 with the least error bound; Euler's method estimates the error.
  public static let ralston = RungeKuttaTableau(
    name: "ralston", source: "Ralston, Math. Comp. 16 (1962)", order: 2,
    nodes: [0, 2.0 / 3], coefficients: [[], [2.0 / 3]], weights: [0.25, 0.75],
    embedded: Embedded(errorWeights: [0.75, -0.75], order: 1))
}
