import Physics
import Testing

@Suite struct SteadyAccelerationTests {
  private let coarse = CavityResolution(columns: 24, rows: 24, stretching: 1)

  private func cavity(_ reynoldsNumber: Double) -> CavityFlow {
    CavityFlow(CavityCase(unitBoxAtReynoldsNumber: reynoldsNumber), resolution: coarse)
  }

  @Test func anAcceleratedFlowEndsWhereMarchingEnds() throws {
    var marched = cavity(400)
    marched.advanceToSteadyState(tolerance: 1e-7, maximumTime: 400)
    var accelerated = cavity(400)
    let isSteady = try accelerated.acceleratedToSteadyState(
      tolerance: 1e-7, interval: 2, maximumRounds: 60)
    #expect(isSteady)
    #expect(accelerated.steps < marched.steps)
    let places = [0.1, 0.3, 0.5, 0.7, 0.9]
    let pairs = zip(
      marched.horizontalVelocity(atMidWidthHeights: places),
      accelerated.horizontalVelocity(atMidWidthHeights: places))
    // Both stop at a change of 1e-7 a convective time, with some ten more to go.
    for (left, right) in pairs { #expect(abs(left - right) < 1e-5) }
    #expect(accelerated.maximumDivergence < 1e-10)
  }

  @Test func aFlowKeepsItsVelocityOnAFinerGrid() throws {
    var flow = cavity(100)
    try flow.advance(to: 2)
    let finer = flow.regridded(
      to: CavityResolution(columns: 48, rows: 48, stretching: 1))
    #expect(finer.maximumDivergence < 1e-10)
    #expect(abs(finer.kineticEnergy / flow.kineticEnergy - 1) < 0.02)
    let places = [0.2, 0.5, 0.8]
    let pairs = zip(
      flow.horizontalVelocity(atMidWidthHeights: places),
      finer.horizontalVelocity(atMidWidthHeights: places))
    for (left, right) in pairs { #expect(abs(left - right) < 0.01) }
  }
}
