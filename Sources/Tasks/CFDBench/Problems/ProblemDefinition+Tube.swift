extension ProblemDefinition {
  /// The tube: water pushed through the left end into a plane channel full of air (paper, table 3).
  ///
  /// Of the 25 geometries the paper gives the five diameters and 0.1 m <= l <= 10 m, and not the pairs.
  /// Our rule: every diameter with the ratios l/d = 10, 12.5, 15, 17.5 and 20. Ratios from 10 to 20 are
  /// the only ones with which all five diameters (0.01 to 0.5 m) stay within the published lengths, and
  /// they reach both ends.
  static let tube = ProblemDefinition(
    frameInterval: 0.01,
    base: [
      (.inletVelocity, 1), (.density, 100), (.viscosity, 0.1), (.height, 0.1), (.width, 1),
    ],
    velocity: .inletVelocity, isTwoPhase: true,
    cases: { sweep in
      switch sweep {
      case .bc:
        (1...50).map { FlowParameters(.tube, [.inletVelocity: Double($0) / 10]) }
      case .prop:
        waterDensities.flatMap { density in
          waterViscosities.map { FlowParameters(.tube, [.density: density, .viscosity: $0]) }
        }
      case .geo:
        tubeDiameters.flatMap { diameter in
          tubeRatios.map { FlowParameters(.tube, [.height: diameter, .width: diameter * $0]) }
        }
      }
    },
    length: { $0[.height] },
    inputs: InputDefinition(
      publishedDirect: [.velocity, .density, .viscosity, .height, .width],
      publishedAutoregressive: [.velocity, .density, .viscosity, .height, .width],
      corrected: [
        (.velocity, 0.1...5), (.density, 10...1000), (.viscosity, 0.01...1),
        (.height, 0.01...0.5), (.width, 0.1...10),
      ]),
    grid: GridDefinition(
      isPadded: true, inletRows: { _, _, rows in rows }, isSolid: { _, _, _ in false }),
    loader: PublishedLoader(
      truncatedSplits: [.autoregressive], frameStride: 1, endsWhenSteady: true),
    contradiction: { _ in nil },
    simulation: TubeSimulation.decision)

  /// 10, 120, …, 1000 kg/m³, as for the dam.
  static let waterDensities = (0..<10).map { Double(10 + 110 * $0) }
  /// 0.01, 0.12, …, 1 Pa s, as for the dam.
  static let waterViscosities = (0..<10).map { Double(1 + 11 * $0) / 100 }

  private static let tubeDiameters: [Double] = [0.01, 0.05, 0.1, 0.3, 0.5]
  private static let tubeRatios: [Double] = [10, 12.5, 15, 17.5, 20]
}
