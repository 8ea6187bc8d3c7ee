import Physics

/// Dams by our own solver.
enum DamSimulation {
  /// Seconds that one cell takes in one step of the solver (measured on the base case), for guesses of a
  /// case's duration.
  private static let secondsPerCellStep = 5e-7
  /// The speed of falling water, in m/s, which bounds steps when the jet is slow.
  private static let fallSpeed = 1.0

  /// What the solver's own rule says.
  @Sendable static func decision(
    on parameters: FlowParameters, frameInterval: Double, frames: Int
  ) -> SimulationDecision {
    let flow = DamCase(parameters)
    let found = DamResolutionRule().decision(
      on: flow, frameInterval: frameInterval, frames: frames)
    switch found {
    case .unresolved(let reason): return .unresolved(reason)
    case .resolved(let grid):
      return .resolved(plan(flow, grid, duration: frameInterval * Double(frames)))
    }
  }

  private static func plan(
    _ flow: DamCase, _ grid: DamResolution, duration: Double
  ) -> SimulationPlan {
    let speed = max(flow.inletVelocity, fallSpeed)
    let steps = duration * speed / (grid.columnWidth * grid.courantNumber)
    let cells = DamCase.length / grid.columnWidth * DamCase.windowHeight / grid.rowHeight * 1.5
    return SimulationPlan(
      generator: "Assay Physics, DamFlow", reynoldsNumbers: ["inlet": flow.reynoldsNumber],
      expectedSeconds: steps * cells * secondsPerCellStep, start: start(flow, grid),
      coarser: [grid.coarser, grid.coarser.coarser].map { start(flow, $0) },
      // Half the cells along each axis, first order where there is an interface.
      errorRatio: 1)
  }

  private static func start(_ flow: DamCase, _ grid: DamResolution) -> SimulationPlan.Start {
    SimulationPlan.Start(
      grid: SimulationPlan.Grid(
        columns: Int((DamCase.length / grid.columnWidth).rounded()),
        rows: Int((DamCase.windowHeight / grid.rowHeight).rounded()),
        note: "rows of the window; above it rows grow up to 1 m"),
      flow: { DamFlow(flow, resolution: grid) })
  }
}

extension DamCase {
  /// The physics of a case file; the air is Fluent's.
  init(_ parameters: FlowParameters) {
    self.init(
      inletVelocity: parameters[.jetVelocity], barrierHeight: parameters[.barrierHeight],
      barrierWidth: parameters[.barrierWidth],
      fluids: TwoPhaseFluids(
        waterDensity: parameters[.density], waterViscosity: parameters[.viscosity]))
  }
}

extension DamFlow: FrameRecorder {
  /// The share of water.
  func recordedFrame(rows: Int, columns: Int) -> [RecordedArray] {
    [
      RecordedArray(
        name: "alpha", shape: [rows, columns],
        values: sampledFraction(rows: rows, columns: columns))
    ]
  }
}
