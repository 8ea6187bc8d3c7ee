import ArgumentParser
import Physics

/// A case of which a simulation is timed.
enum SimulatedCase: String, CaseIterable, ExpressibleByArgument {
  /// The unit cavity at Re 1000, from rest.
  case cavity = "cavity-re1000"

  /// Simulates until `time` on a grid with `cells` along its main direction.
  func run(cells: Int, until time: Double) throws -> [Double] {
    switch self {
    case .cavity:
      var flow = CavityFlow(
        CavityCase(unitBoxAtReynoldsNumber: 1000),
        resolution: CavityResolution(columns: cells, rows: cells, stretching: 1.2))
      try flow.advance(to: time)
      let sample = flow.sampled(rows: Self.sampleSize, columns: Self.sampleSize)
      return (sample.u + sample.v).map { Double($0) }
    }
  }

  /// The benchmark's output grid, on which errors are taken.
  static let sampleSize = 64
}
