extension RungeKuttaTableau {
  /// The classical method of Kutta, order 4, without an error estimate.
  public static let rk4 = RungeKuttaTableau(
    name: "rk4", source: "Kutta, Z. Math. Phys. 46 (1901)", order: 4,
    nodes: [0, 0.5, 0.5, 1], coefficients: [[], [0.5], [0, 0.5], [0, 0, 1]],
    weights: [1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6])
}
