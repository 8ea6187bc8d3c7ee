import ArgumentParser
import Physics

/// A case of which a simulation is timed.
enum SimulatedCase: String, CaseIterable, ExpressibleByArgument {
  /// The unit cavity at Re 1000, from rest.
  case cavity = "cavity-re1000"
  /// DFG 2D-2, from rest.
  case cylinder = "dfg-cylinder"

  /// Simulates until `time` on a grid with `cells` along the cavity's side or the cylinder's diameter.
  /// Gives what errors are taken of: the velocity on the benchmark's output grid, or the largest drag,
  /// the range of the lift and the Strouhal number of the wake.
  func run(cells: Int, until time: Double) throws -> [Double] {
    switch self {
    case .cavity:
      var flow = CavityFlow(
        CavityCase(unitBoxAtReynoldsNumber: 1000),
        resolution: CavityResolution(columns: cells, rows: cells, stretching: 1.2))
      try flow.advance(to: time)
      let sample = flow.sampled(rows: Self.sampleSize, columns: Self.sampleSize)
      return (sample.u + sample.v).map { Double($0) }
    case .cylinder:
      var flow = CylinderFlow(
        DFGBenchmark.periodic,
        resolution: DFGBenchmark.resolution(cellsPerDiameter: Double(cells)))
      var history = ForceHistory()
      try flow.advance(to: time) { history.append($0) }
      return history.from(DFGBenchmark.periodicTimes.start).wake(of: DFGBenchmark.periodic)
    }
  }

  /// The benchmark's output grid, on which errors are taken.
  static let sampleSize = 64
}
