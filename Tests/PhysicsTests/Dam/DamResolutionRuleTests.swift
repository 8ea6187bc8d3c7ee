import Physics
import Testing

@Suite("The resolution rule of the dam")
struct DamResolutionRuleTests {
  private func decision(
    velocity: Double = 1, density: Double = 100, viscosity: Double = 0.1, height: Double = 0.1,
    width: Double = 0.05, interval: Double = 0.1
  ) -> DamResolutionRule.Decision {
    DamResolutionRule().decision(
      on: DamCase(
        inletVelocity: velocity, barrierHeight: height, barrierWidth: width,
        fluids: TwoPhaseFluids(waterDensity: density, waterViscosity: viscosity)),
      frameInterval: interval, frames: 100)
  }

  private let grid = DamResolutionRule.Decision.resolved(
    DamResolution(columnWidth: 0.0125, rowHeight: 0.01))

  @Test func theEndsOfAllSweepsAreResolved() {
    for velocity in [0.1, 1, 2] { #expect(decision(velocity: velocity) == grid) }
    for (density, viscosity) in [(10.0, 0.01), (10, 1), (1000, 0.01), (1000, 1)] {
      #expect(decision(density: density, viscosity: viscosity) == grid)
    }
    for (height, width) in [(0.11, 0.01), (0.11, 0.1), (0.15, 0.01), (0.15, 0.1)] {
      #expect(decision(height: height, width: width) == grid)
    }
  }

  @Test func aSpillThinnerThanTwoRowsIsRefused() {
    // (0.005^2 / 9.81)^(1/3) = 0.0137.
    #expect(
      decision(velocity: 0.05)
        == .unresolved(
          "The water that spills over the barrier is 0.014 m deep, less than two rows of cells."))
  }

  @Test func whatWasNotComparedIsRefused() {
    #expect(
      decision(height: 0.2) == .unresolved("A barrier 0.2 m high is outside 0.1 to 0.15 m."))
    #expect(
      decision(width: 0.2) == .unresolved("A barrier 0.2 m wide is outside 0.01 to 0.1 m."))
    #expect(decision(velocity: 3) == .unresolved("An inflow at 3.0 m/s is above 2 m/s."))
    #expect(
      decision(velocity: 2, density: 1000, viscosity: 0.01)
        == .unresolved("Re 20000 is above 10000, the highest compared with finer grids."))
    #expect(
      decision(interval: 0.2) == .unresolved("The frames span 20.0 s; at most 10 s are generated."))
  }
}
