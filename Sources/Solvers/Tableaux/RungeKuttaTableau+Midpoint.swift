extension RungeKuttaTableau {
  /// The explicit midpoint rule, order 2; Euler's method estimates the error.
  public static let midpoint = RungeKuttaTableau(
    name: "midpoint", source: "Runge, Math. Ann. 46 (1895)", order: 2,
    nodes: [0, 0.5], coefficients: [[], [0.5]], weights: [0, 1],
    embedded: Embedded(errorWeights: [1, -1], order: 1))
}
