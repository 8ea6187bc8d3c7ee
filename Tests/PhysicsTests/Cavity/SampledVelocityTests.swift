import Physics
import Testing

@Suite("Sampling a cavity")
struct SampledVelocityTests {
  private func advancedFlow() throws -> CavityFlow {
    var flow = CavityFlow(
      CavityCase(lidVelocity: 2, density: 1, viscosity: 0.01, width: 1, height: 0.5),
      resolution: CavityResolution(columns: 48, rows: 32, stretching: 1))
    try flow.advance(to: 1)
    return flow
  }

  @Test func rowsRunFromTheBottomToTheLid() throws {
    let sample = try advancedFlow().sampled(rows: 6, columns: 10)
    #expect(sample.u.count == 60 && sample.v.count == 60)
    let top = sample.u[50..<60].reduce(0, +)
    let bottom = sample.u[0..<10].reduce(0, +)
    #expect(top > 5 * abs(bottom))
    // Under a lid that moves to the right the fluid sinks at the right wall and rises at the left.
    #expect(sample.v[39] < 0 && sample.v[30] > 0)
  }

  @Test func centreLinesTakeTheWallValues() throws {
    let flow = try advancedFlow()
    let u = flow.horizontalVelocity(atMidWidthHeights: [0, 1])
    let v = flow.verticalVelocity(atMidHeightPositions: [0, 1])
    #expect(abs(u[0]) < 1e-12 && abs(u[1] - 1) < 1e-12)
    #expect(abs(v[0]) < 1e-12 && abs(v[1]) < 1e-12)
  }

  @Test func sampledFluxIsFreeOfNetFlow() throws {
    // No fluid leaves the box, so the mean of u over any vertical line is zero.
    let heights = (0..<200).map { (Double($0) + 0.5) / 200 }
    let mean = try advancedFlow().horizontalVelocity(atMidWidthHeights: heights).reduce(0, +) / 200
    #expect(abs(mean) < 1e-3)
  }
}
