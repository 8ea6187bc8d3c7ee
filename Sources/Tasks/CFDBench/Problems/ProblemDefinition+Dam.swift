extension ProblemDefinition {
  /// The dam: a jet of water from the left, 0.1 m high, that runs over a barrier under air (paper,
  /// table 4). The fields show 1.5 m x 0.4 m.
  ///
  /// Densities and viscosities are those of the generation script (10 x 10), which agree with the number
  /// of cases; the paper's table repeats those of the cavity (defect D16). Barriers are up to 0.1 m wide
  /// as in the script, not 0.09 m as in the paper.
  static let dam = ProblemDefinition(
    frameInterval: 0.1,
    base: [
      (.jetVelocity, 1), (.density, 100), (.viscosity, 0.1), (.barrierHeight, 0.1),
      (.barrierWidth, 0.05), (.height, 0.4), (.width, 1.5),
    ],
    velocity: .jetVelocity, isTwoPhase: true,
    cases: { sweep in
      switch sweep {
      case .bc: jetVelocities.map { FlowParameters(.dam, [.jetVelocity: $0]) }
      case .prop:
        waterDensities.flatMap { density in
          waterViscosities.map { FlowParameters(.dam, [.density: density, .viscosity: $0]) }
        }
      case .geo:
        (11...15).flatMap { height in
          (1...10).map { width in
            FlowParameters(
              .dam,
              [.barrierHeight: Double(height) / 100, .barrierWidth: Double(width) / 100])
          }
        }
      }
    },
    length: { _ in damInletHeight },
    inputs: InputDefinition(
      publishedDirect: [.velocity, .density, .viscosity, .height, .width],
      // The barrier is not told (D10).
      publishedAutoregressive: [.velocity, .density, .viscosity, .height, .width],
      corrected: [
        (.velocity, 0.05...2), (.density, 10...1000), (.viscosity, 0.01...1),
        (.height, 0.4...0.4), (.width, 1.5...1.5), (.barrierHeight, 0.1...0.15),
        (.barrierWidth, 0.01...0.1),
      ]),
    grid: GridDefinition(
      isPadded: true, inletRows: damInletRows, isSolid: isInBarrier),
    loader: PublishedLoader(
      truncatedSplits: [.autoregressive], frameStride: 1, endsWhenSteady: false),
    contradiction: { parameters in
      let reach = barrierLeft + parameters[.barrierWidth]
      guard reach >= parameters[.width] || parameters[.barrierHeight] >= parameters[.height] else {
        return nil
      }
      return Contradiction(
        found: "a barrier \(parameters[.barrierHeight]) m high that ends at x = \(reach) m",
        expected: "a barrier within \(parameters[.height]) m of height and "
          + "\(parameters[.width]) m of width")
    },
    simulation: DamSimulation.decision)

  /// The height of the inlet above the floor, in m.
  static let damInletHeight = 0.1
  /// The left edge of the barrier, in m from the inlet.
  static let barrierLeft = 0.5

  /// 0.05, 0.1, …, 1 m/s, then 1.02, 1.04, …, 2 m/s.
  private static let jetVelocities: [Double] = {
    let slow = (1...20).map { Double(5 * $0) / 100 }
    let fast = (1...50).map { Double(100 + 2 * $0) / 100 }
    return slow + fast
  }()

  private static func damInletRows(
    _ parameters: FlowParameters, _ scoring: FlowScoring, _ rows: Int
  ) -> Int {
    let cell = parameters[.height] / Double(rows)
    switch scoring {
    // D2: the loader fills the inlet up to the height of the barrier, and cuts the quotient.
    case .published: return min(rows, Int(parameters[.barrierHeight] / cell))
    case .corrected: return (0..<rows).count { (Double($0) + 0.5) * cell < damInletHeight }
    }
  }

  private static func isInBarrier(
    _ parameters: FlowParameters, _ scoring: FlowScoring, _ cell: GridDefinition.GridCell
  ) -> Bool {
    // D2: the loader's slice is over frames and is empty, so no barrier is ever masked.
    if scoring == .published { return false }
    let x = (Double(cell.column) + 0.5) / Double(cell.size) * parameters[.width]
    let y = (Double(cell.row) + 0.5) / Double(cell.size) * parameters[.height]
    return x > barrierLeft && x < barrierLeft + parameters[.barrierWidth]
      && y < parameters[.barrierHeight]
  }
}
