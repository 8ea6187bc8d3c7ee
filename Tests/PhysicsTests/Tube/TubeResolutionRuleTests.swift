import Physics
import Testing

@Suite("The resolution rule of the tube")
struct TubeResolutionRuleTests {
  private func decision(
    velocity: Double = 1, density: Double = 100, viscosity: Double = 0.1, length: Double = 1,
    diameter: Double = 0.1, fillings: Double = 1
  ) -> TubeResolutionRule.Decision {
    let tube = TubeCase(
      inletVelocity: velocity, length: length, diameter: diameter,
      fluids: TwoPhaseFluids(waterDensity: density, waterViscosity: viscosity))
    return TubeResolutionRule().decision(
      on: tube, frameInterval: fillings * tube.fillingTime / 20, frames: 20)
  }

  private func columns(_ decision: TubeResolutionRule.Decision) -> Int? {
    if case .resolved(let resolution) = decision { resolution.columns } else { nil }
  }

  @Test func theEndsOfAllSweepsAreResolved() {
    #expect([0.1, 1, 5].map { columns(decision(velocity: $0)) } == [128, 128, 128])
    for (density, viscosity) in [(10.0, 0.01), (10, 1), (1000, 0.01), (1000, 1)] {
      #expect(columns(decision(density: density, viscosity: viscosity)) == 128)
    }
  }

  @Test func longTubesGetMoreColumnsUpToABound() {
    #expect(columns(decision(length: 0.1, diameter: 0.5)) == 64)
    #expect(columns(decision(length: 2, diameter: 0.1)) == 160)
  }

  @Test func whatWasNotComparedIsRefused() {
    #expect(
      decision(length: 10, diameter: 0.01)
        == .unresolved(
          "Length over diameter 1000 is outside 0.2 to 20, the tubes compared with finer grids."))
    #expect(
      decision(velocity: 5, density: 1000, viscosity: 0.01)
        == .unresolved("Re 50000 is above 10000, the highest compared with finer grids."))
    #expect(
      decision(fillings: 12)
        == .unresolved("The frames span 12.0 filling times; at most 10 are generated."))
  }

  @Test func aCoarserGridHasHalfTheCells() {
    let resolution = TwoPhaseResolution(columns: 128, rows: 32, stretching: 1)
    #expect(resolution.coarser == TwoPhaseResolution(columns: 64, rows: 16, stretching: 1))
  }
}
