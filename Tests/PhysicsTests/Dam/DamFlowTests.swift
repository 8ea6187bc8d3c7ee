import Physics
import Testing

@Suite("A jet over a barrier")
struct DamFlowTests {
  private func dam(
    velocity: Double = 1, density: Double = 100, viscosity: Double = 0.1, height: Double = 0.1,
    width: Double = 0.05
  ) -> DamFlow {
    DamFlow(
      DamCase(
        inletVelocity: velocity, barrierHeight: height, barrierWidth: width,
        fluids: TwoPhaseFluids(waterDensity: density, waterViscosity: viscosity)),
      resolution: DamResolution(columnWidth: 0.03, rowHeight: 0.025))
  }

  @Test func waterFlowsOverTheBarrierAndIsConserved() throws {
    var flow = dam()
    #expect(abs(flow.waterVolume - 0.05) < 1e-12)
    for time in [0.2, 0.6, 1.2] {
      try flow.advance(to: time)
      #expect(flow.ledger.relativeVolumeError < 1e-12)
      #expect(flow.ledger.largestDivergence < 1e-11)
    }
    #expect(flow.frontPosition > 0.8)
  }

  @Test func nothingMovesInsideTheBarrier() throws {
    var flow = dam(height: 0.15, width: 0.1)
    try flow.advance(to: 0.3)
    let velocity = flow.sampled(rows: 64, columns: 64)
    let fraction = flow.sampledFraction(rows: 64, columns: 64)
    // The barrier covers x = 0.5...0.6 m and y < 0.15 m: columns 22 to 24 and the lowest 23 rows.
    for row in 0..<23 {
      for column in 22..<25 {
        #expect(velocity.u[row * 64 + column] == 0 && velocity.v[row * 64 + column] == 0)
        #expect(fraction[row * 64 + column] == 0)
      }
    }
    #expect(velocity.u[10 * 64 + 5] > 0.3)
  }

  @Test(arguments: [(0.05, 100.0, 0.1), (2, 100, 0.1), (1, 10, 1), (1, 1000, 0.01)])
  func theEndsOfTheSweepsRun(velocity: Double, density: Double, viscosity: Double) throws {
    var flow = dam(
      velocity: velocity, density: density, viscosity: viscosity, height: 0.11, width: 0.01)
    try flow.advance(to: 0.6)
    #expect(flow.ledger.relativeVolumeError < 1e-11)
    let velocities = flow.sampled(rows: 16, columns: 16)
    #expect((velocities.u + velocities.v).allSatisfy { abs($0) < 10 })
  }

  @Test func aCopyGoesItsOwnWayAndRepeatsTheBits() throws {
    var first = dam()
    try first.advance(to: 0.1)
    let atCopy = first.sampled(rows: 8, columns: 8)
    var second = first
    try second.advance(to: 0.2)
    #expect(first.sampled(rows: 8, columns: 8) == atCopy)
    try first.advance(to: 0.2)
    #expect(first.sampled(rows: 8, columns: 8) == second.sampled(rows: 8, columns: 8))
  }
}
