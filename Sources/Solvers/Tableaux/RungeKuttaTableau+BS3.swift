extension RungeKuttaTableau {
  /// The pair 3(2) of Bogacki and Shampine; its own dense output is Hermite's cubic.
  public static let bs3 = RungeKuttaTableau(
    name: "bs3",
    source: "Bogacki & Shampine, Appl. Math. Lett. 2 (1989); as in SciML/OrdinaryDiffEq.jl "
      + "low_order_rk_tableaus.jl",
    order: 3, nodes: [0, 0.5, 0.75, 1],
    coefficients: [[], [0.5], [0, 0.75], [2.0 / 9, 1.0 / 3, 4.0 / 9]],
    weights: [2.0 / 9, 1.0 / 3, 4.0 / 9, 0],
    embedded: Embedded(errorWeights: [5.0 / 72, -1.0 / 12, -1.0 / 9, 1.0 / 8], order: 2))
}
