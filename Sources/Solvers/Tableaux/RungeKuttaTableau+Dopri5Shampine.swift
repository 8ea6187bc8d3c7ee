extension RungeKuttaTableau {
  /// The pair of Dormand and Prince with Shampine's embedded weights and midpoint: what diffrax,
  /// torchdiffeq and torchode call dopri5.
  public static let dopri5Shampine = RungeKuttaTableau(
    name: "dopri5-shampine",
    source: "Shampine, Math. Comp. 46 (1986); as in patrick-kidger/diffrax dopri5.py and "
      + "rtqichen/torchdiffeq dopri5.py",
    order: 5, nodes: dormandPrinceNodes, coefficients: dormandPrinceRows,
    weights: dormandPrinceRows[6] + [0],
    embedded: Embedded(
      errorWeights: [
        35.0 / 384 - 1951.0 / 21600, 0, 500.0 / 1113 - 22642.0 / 50085,
        125.0 / 192 - 451.0 / 720, -2187.0 / 6784 + 12231.0 / 42400, 11.0 / 84 - 649.0 / 6300,
        -1.0 / 60,
      ], order: 4),
    stiffness: Stiffness(earlier: 5, later: 6, stabilitySize: 3.3066),
    dense: .quarticCorrection(bumps(through: shampineMidpoint), order: 4))

  private static let shampineMidpoint: [Double] = [
    6025192743.0 / 30085553152 / 2, 0, 51252292925.0 / 65400821598 / 2,
    -2691868925.0 / 45128329728 / 2, 187940372067.0 / 1594534317056 / 2,
    -1776094331.0 / 19743644256 / 2, 11237099.0 / 235043384 / 2,
  ]

  /// d such that the quartic passes through y + h sum mid_i k_i at half time, where
  /// theta^2 (1 - theta)^2 = 1/16.
  private static func bumps(through middle: [Double]) -> [Double] {
    zip(middle, dopri5.hermiteWeights(at: 0.5)).map { 16 * ($0 - $1) }
  }
}
