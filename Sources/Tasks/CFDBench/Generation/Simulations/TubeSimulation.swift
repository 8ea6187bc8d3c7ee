import Physics

/// Tubes by our own solver.
enum TubeSimulation {
  /// Seconds that one cell takes in one step of the solver (measured on 128 × 32 cells), for guesses of
  /// a case's duration.
  private static let secondsPerCellStep = 3e-7

  /// What the solver's own rule says.
  @Sendable static func decision(
    on parameters: FlowParameters, frameInterval: Double, frames: Int
  ) -> SimulationDecision {
    let flow = TubeCase(parameters)
    let found = TubeResolutionRule().decision(
      on: flow, frameInterval: frameInterval, frames: frames)
    switch found {
    case .unresolved(let reason): return .unresolved(reason)
    case .resolved(let grid):
      return .resolved(plan(flow, grid, duration: frameInterval * Double(frames)))
    }
  }

  private static func plan(
    _ flow: TubeCase, _ grid: TwoPhaseResolution, duration: Double
  ) -> SimulationPlan {
    let crossings = duration / flow.fillingTime
    let steps = crossings * Double(grid.columns) / grid.courantNumber
    return SimulationPlan(
      generator: "Assay Physics, TubeFlow", reynoldsNumbers: ["diameter": flow.reynoldsNumber],
      expectedSeconds: steps * Double(grid.columns * grid.rows) * secondsPerCellStep,
      start: start(flow, grid),
      coarser: [grid.coarser, grid.coarser.coarser].map { start(flow, $0) },
      // Half the cells along each axis, first order where there is an interface.
      errorRatio: 1)
  }

  private static func start(
    _ flow: TubeCase, _ grid: TwoPhaseResolution
  ) -> SimulationPlan.Start {
    SimulationPlan.Start(
      grid: SimulationPlan.Grid(
        columns: grid.columns, rows: grid.rows,
        note: "rows by tanh stretching \(grid.stretching) towards the walls"),
      flow: { TubeFlow(flow, resolution: grid) })
  }
}

extension TubeCase {
  /// The physics of a case file; the air is Fluent's.
  init(_ parameters: FlowParameters) {
    self.init(
      inletVelocity: parameters[.inletVelocity], length: parameters[.width],
      diameter: parameters[.height],
      fluids: TwoPhaseFluids(
        waterDensity: parameters[.density], waterViscosity: parameters[.viscosity]))
  }
}

extension TubeFlow: FrameRecorder {
  /// The share of water.
  func recordedFrame(rows: Int, columns: Int) -> [RecordedArray] {
    [
      RecordedArray(
        name: "alpha", shape: [rows, columns],
        values: sampledFraction(rows: rows, columns: columns))
    ]
  }
}
