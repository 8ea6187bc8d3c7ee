import Physics

/// One step of the base cavity of CFDBench (Re 10,000) on 128 x 128 cells.
struct CavitySpeed: Timing {
  private static let repetitions = 3
  private static let seconds = 2e-4

  func measured(on machine: MachineFacts) throws -> PerfEntry {
    let cavity = CavityCase(
      lidVelocity: 10, density: 1, viscosity: 1e-5, width: 0.01, height: 0.01)
    let resolution = CavityResolution(columns: 128, rows: 128, stretching: 1.5)
    var steps = 1
    let elapsed = try Stopwatch.median(of: Self.repetitions) {
      var flow = CavityFlow(cavity, resolution: resolution)
      try flow.advance(to: Self.seconds)
      steps = flow.steps
    }
    return PerfEntry(
      "simulate/cavity-step", ours: elapsed / Double(steps) * 1000, unit: "ms", goal: 0.5,
      runs: Self.repetitions, machine: machine)
  }
}
