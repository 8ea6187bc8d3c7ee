import Physics

/// Cavities by our own solver.
enum CavitySimulation {
  /// Seconds that one cell takes in one step of the solver (measured on 64 × 64 cells), for guesses of
  /// a case's duration.
  private static let secondsPerCellStep = 3e-8
  /// Cells that the lid passes in one step, likewise.
  private static let cellsPerStep = 0.5

  /// What the solver's own rule says.
  @Sendable static func decision(
    on parameters: FlowParameters, frameInterval: Double, frames: Int
  ) -> SimulationDecision {
    let flow = CavityCase(parameters)
    let found = CavityResolutionRule().decision(
      on: flow, frameInterval: frameInterval, frames: frames)
    switch found {
    case .unresolved(let reason): return .unresolved(reason)
    case .resolved(let grid):
      return .resolved(plan(flow, grid, duration: frameInterval * Double(frames)))
    }
  }

  private static func plan(
    _ flow: CavityCase, _ grid: CavityResolution, duration: Double
  ) -> SimulationPlan {
    let steps = duration / flow.convectiveTime * Double(grid.columns) / cellsPerStep
    return SimulationPlan(
      generator: "Assay Physics, CavityFlow",
      reynoldsNumbers: ["lid": flow.reynoldsNumber],
      expectedSeconds: steps * Double(grid.columns * grid.rows) * secondsPerCellStep,
      start: start(flow, grid),
      coarser: start(
        flow,
        CavityResolution(
          columns: grid.columns / 2, rows: grid.rows / 2, stretching: grid.stretching)),
      errorRatio: 3)
  }

  private static func start(_ flow: CavityCase, _ grid: CavityResolution) -> SimulationPlan.Start {
    SimulationPlan.Start(
      grid: SimulationPlan.Grid(
        columns: grid.columns, rows: grid.rows,
        note: "tanh stretching \(grid.stretching) towards the walls"),
      flow: { CavityFlow(flow, resolution: grid) })
  }
}

extension CavityCase {
  /// The physics of a case file.
  init(_ parameters: FlowParameters) {
    self.init(
      lidVelocity: parameters[.lidVelocity], density: parameters[.density],
      viscosity: parameters[.viscosity], width: parameters[.width], height: parameters[.height])
  }
}
