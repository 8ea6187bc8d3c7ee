import Physics

/// Cylinders by our own solver.
enum CylinderSimulation {
  /// Seconds that one cell takes in one step of the solver (measured at 24 cells a diameter), for
  /// guesses of a case's duration.
  private static let secondsPerCellStep = 1.5e-7
  /// Cells that the inlet velocity covers in one step, likewise.
  private static let cellsPerStep = 0.5

  /// What the solver's own rule says.
  @Sendable static func decision(
    on parameters: FlowParameters, frameInterval: Double, frames: Int
  ) -> SimulationDecision {
    let flow = CylinderCase(parameters)
    let found = CylinderResolutionRule().decision(
      on: flow, frameInterval: frameInterval, frames: frames)
    switch found {
    case .unresolved(let reason): return .unresolved(reason)
    case .resolved(let grid):
      return .resolved(plan(flow, grid, duration: frameInterval * Double(frames)))
    }
  }

  private static func plan(
    _ flow: CylinderCase, _ grid: CylinderResolution, duration: Double
  ) -> SimulationPlan {
    let size = grid.gridSize(for: flow)
    let steps = duration / flow.convectiveTime * grid.cellsPerDiameter / cellsPerStep
    return SimulationPlan(
      generator: "Assay Physics, CylinderFlow",
      reynoldsNumbers: ["diameter": flow.reynoldsNumber],
      expectedSeconds: steps * Double(size.columns * size.rows) * secondsPerCellStep,
      start: start(flow, grid), coarser: ladder(from: grid).map { start(flow, $0) },
      // Cells √2 times as large, second order.
      errorRatio: 1)
  }

  /// Grids with half the cells, a quarter, and so on, as long as the cylinder has eight cells a
  /// diameter: the least that cut cells need.
  private static func ladder(from grid: CylinderResolution) -> [CylinderResolution] {
    var grids: [CylinderResolution] = []
    var next = grid.coarser
    while next.cellsPerDiameter >= 8 {
      grids.append(next)
      next = next.coarser
    }
    return grids
  }

  private static func start(
    _ flow: CylinderCase, _ grid: CylinderResolution
  ) -> SimulationPlan.Start {
    let size = grid.gridSize(for: flow)
    return SimulationPlan.Start(
      grid: SimulationPlan.Grid(
        columns: size.columns, rows: size.rows,
        note: "\(grid.cellsPerDiameter) cells a diameter at the cylinder, growing away from it"),
      flow: { CylinderFlow(flow, resolution: grid) })
  }
}

extension CylinderCase {
  /// The physics of a case file.
  init(_ parameters: FlowParameters) {
    self.init(
      inletVelocity: parameters[.inletVelocity], density: parameters[.density],
      viscosity: parameters[.viscosity], diameter: 2 * parameters[.radius],
      upstream: -parameters[.left], downstream: parameters[.right], below: -parameters[.bottom],
      above: parameters[.top])
  }
}

extension CylinderFlow: FrameRecorder {
  /// The coefficients of drag and lift of the last step.
  func recordedFrame(rows: Int, columns: Int) -> [RecordedArray] {
    [
      RecordedArray(
        name: "forces", shape: [2], values: [Float(dragCoefficient), Float(liftCoefficient)])
    ]
  }
}
