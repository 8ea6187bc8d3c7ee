extension RungeKuttaTableau {
  /// Euler's method, order 1.
  public static let euler = RungeKuttaTableau(
    name: "euler", source: "Euler, Institutiones calculi integralis I (1768)", order: 1,
    nodes: [0], coefficients: [[]], weights: [1])
}
