extension RungeKuttaTableau {
  /// The pair 5(4) of Dormand and Prince with the quartic dense output of Hairer's DOPRI5 (DP5 of
  /// OrdinaryDiffEq; RK45 of SciPy has the same error weights).
  public static let dopri5 = RungeKuttaTableau(
    name: "dopri5",
    source: "Dormand & Prince, J. Comput. Appl. Math. 6 (1980); Hairer, Norsett & Wanner, Solving "
      + "ODEs I, II.5-6",
    order: 5, nodes: dormandPrinceNodes, coefficients: dormandPrinceRows,
    weights: dormandPrinceRows[6] + [0],
    embedded: Embedded(
      errorWeights: [
        -71.0 / 57600, 0, 71.0 / 16695, -71.0 / 1920, 17253.0 / 339200, -22.0 / 525, 1.0 / 40,
      ], order: 4),
    stiffness: Stiffness(earlier: 5, later: 6, stabilitySize: 3.3066),
    dense: .quarticCorrection(
      [
        -12715105075.0 / 11282082432, 0, 87487479700.0 / 32700410799,
        -10690763975.0 / 1880347072, 701980252875.0 / 199316789632, -1453857185.0 / 822651844,
        69997945.0 / 29380423,
      ], order: 4))
}

let dormandPrinceNodes: [Double] = [0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1.0, 1.0]

let dormandPrinceRows: [[Double]] = [
  [],
  [1.0 / 5],
  [3.0 / 40, 9.0 / 40],
  [44.0 / 45, -56.0 / 15, 32.0 / 9],
  [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
  [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656],
  [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84],
]
