extension ProblemDefinition {
  /// The lid-driven cavity: a box whose lid starts to move (paper, table 2). Everywhere fluid, so
  /// nothing is added around the fields.
  static let cavity = ProblemDefinition(
    frameInterval: 0.1,
    base: [
      (.lidVelocity, 10), (.density, 1), (.viscosity, 1e-5), (.height, 0.01), (.width, 0.01),
    ],
    velocity: .lidVelocity, isTwoPhase: false,
    cases: { sweep in
      switch sweep {
      case .bc: cavityLidVelocities.map { FlowParameters(.cavity, [.lidVelocity: $0]) }
      case .prop:
        // Density-major, in this order of densities (generation-code/…/create_scheme.py).
        cavityDensities.flatMap { density in
          cavityViscosities.map {
            FlowParameters(.cavity, [.density: density, .viscosity: $0])
          }
        }
      case .geo:
        cavityLengths.flatMap { width in
          cavityLengths.map { FlowParameters(.cavity, [.height: $0, .width: width]) }
        }
      }
    },
    length: { $0[.width] },
    inputs: InputDefinition(
      publishedDirect: [.velocity, .density, .viscosity, .height, .width],
      publishedAutoregressive: [.velocity, .density, .viscosity, .height, .width],
      corrected: [
        (.velocity, 1...50), (.density, 0.1...10), (.viscosity, 1e-5...1e-2),
        (.height, 0.01...0.05), (.width, 0.01...0.05),
      ]),
    grid: GridDefinition(
      isPadded: false, inletRows: { _, _, _ in 0 }, isSolid: { _, _, _ in false }),
    loader: PublishedLoader(truncatedSplits: [], frameStride: 1, endsWhenSteady: true),
    contradiction: { _ in nil },
    simulation: CavitySimulation.decision)

  private static let cavityLidVelocities = (1...50).map(Double.init)
  private static let cavityDensities: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0.1, 0.5]
  private static let cavityViscosities: [Double] = [1e-5, 5e-5, 1e-4, 5e-4, 1e-3, 5e-3, 1e-2]
  private static let cavityLengths: [Double] = [0.01, 0.02, 0.03, 0.04, 0.05]
}
