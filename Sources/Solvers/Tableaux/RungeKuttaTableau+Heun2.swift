extension RungeKuttaTableau {
  /// Heun's trapezoidal method, order 2; Euler's method estimates the error.
  public static let heun2 = RungeKuttaTableau(
    name: "heun2", source: "Heun, Z. Math. Phys. 45 (1900)", order: 2,
    nodes: [0, 1], coefficients: [[], [1]], weights: [0.5, 0.5],
    embedded: Embedded(errorWeights: [0.5, -0.5], order: 1))
}
