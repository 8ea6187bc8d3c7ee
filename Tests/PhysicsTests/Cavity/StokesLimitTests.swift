import Foundation
import Physics
import Testing

@Suite("The cavity without inertia")
struct StokesLimitTests {
  private struct Reference: Decodable {
    let heights: [Double]
    let horizontalVelocity: [Double]
  }

  private func reference() throws -> Reference {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../References/stokes-cavity/stokes_cavity.json")
    return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }

  private func deviation(cells: Int, from reference: Reference) -> Double {
    var flow = CavityFlow(
      CavityCase(unitBoxAtReynoldsNumber: 0.1),
      resolution: CavityResolution(columns: cells, rows: cells, stretching: 1.2))
    flow.advanceToSteadyState(tolerance: 1e-4, maximumTime: 2)
    return zip(
      flow.horizontalVelocity(atMidWidthHeights: reference.heights), reference.horizontalVelocity
    ).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  @Test func centreLineConvergesToTheIndependentStokesSolution() throws {
    let reference = try reference()
    let (coarse, fine) = (
      deviation(cells: 16, from: reference), deviation(cells: 32, from: reference)
    )
    #expect(fine < 2e-3)
    #expect(coarse / fine > 3)
  }

  @Test(arguments: [0.01, 0.1])
  func asymmetryIsInProportionToInertia(reynoldsNumber: Double) throws {
    var flow = CavityFlow(
      CavityCase(unitBoxAtReynoldsNumber: reynoldsNumber),
      resolution: CavityResolution(columns: 24, rows: 24, stretching: 0))
    // The pressure must have settled early and stay settled over many large viscous steps.
    for time in [0.2, 4] {
      try flow.advance(to: time)
      let ratio = largestAsymmetry(flow) / reynoldsNumber
      #expect(ratio > 3e-3 && ratio < 6e-3)
    }
  }

  /// The largest difference between u and its mirror image, which is 0 without inertia.
  private func largestAsymmetry(_ flow: CavityFlow) -> Double {
    let u = flow.sampled(rows: 8, columns: 8).u
    let differences = u.indices.map { index in
      abs(u[index] - u[8 * (index / 8) + 7 - index % 8])
    }
    return differences.max().map { Double($0) } ?? .infinity
  }
}
