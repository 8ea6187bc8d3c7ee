import Physics
import Testing

@Suite("Water that enters a tube of air")
struct TubeFlowTests {
  private let base = TubeCase(
    inletVelocity: 1, length: 1, diameter: 0.1,
    fluids: TwoPhaseFluids(waterDensity: 100, waterViscosity: 0.1))
  private let coarse = TwoPhaseResolution(columns: 40, rows: 12, stretching: 1)

  @Test func theFrontMovesWithTheInflow() throws {
    var flow = TubeFlow(base, resolution: coarse)
    for time in [0.2, 0.5, 0.8] {
      try flow.advance(to: time)
      // A front between plates moves at the mean speed, a little faster in the middle.
      #expect(flow.frontPosition > 0.99 * time && flow.frontPosition < 1.1 * time)
      #expect(flow.ledger.relativeVolumeError < 1e-12)
      #expect(flow.ledger.largestDivergence < 1e-11)
    }
    let fraction = flow.sampledFraction(rows: 20, columns: 20)
    #expect(fraction.allSatisfy { 0...1 ~= $0 })
    #expect(abs(fraction.reduce(0, +) / 400 - 0.8) < 1e-5)
  }

  @Test(arguments: [(10.0, 1.0, 0.1, 1.0), (1000, 0.01, 0.1, 1), (100, 0.1, 0.01, 0.2)])
  func theEndsOfTheSweepsRun(
    density: Double, viscosity: Double, diameter: Double, length: Double
  ) throws {
    let tube = TubeCase(
      inletVelocity: 1, length: length, diameter: diameter,
      fluids: TwoPhaseFluids(waterDensity: density, waterViscosity: viscosity))
    var flow = TubeFlow(tube, resolution: coarse)
    try flow.advance(to: 1.2 * tube.fillingTime)
    #expect(flow.ledger.relativeVolumeError < 1e-11)
    #expect(flow.sampled(rows: 8, columns: 8).u.allSatisfy { $0 > -1 && $0 < 2 })
  }

  @Test func waterAloneDevelopsPoiseuillesProfile() throws {
    let tube = TubeCase(
      inletVelocity: 1, length: 0.3, diameter: 0.1,
      fluids: TwoPhaseFluids(waterDensity: 100, waterViscosity: 1))
    var flow = TubeFlow(
      tube, resolution: TwoPhaseResolution(columns: 16, rows: 24), content: .water)
    try flow.advance(to: 0.4)
    let middle = flow.profile(at: 0.2, heights: [0.02, 0.05])
    // Second order on 24 rows: 1/24^2 of the largest velocity.
    #expect(abs(middle[0] - 0.96) < 1.5 / 576)
    #expect(abs(middle[1] - 1.5) < 1.5 / 576)
  }

  @Test func aCopyGoesItsOwnWayAndRepeatsTheBits() throws {
    var first = TubeFlow(base, resolution: coarse)
    try first.advance(to: 0.1)
    let atCopy = first.sampled(rows: 8, columns: 8)
    var second = first
    try second.advance(to: 0.2)
    #expect(first.sampled(rows: 8, columns: 8) == atCopy)
    try first.advance(to: 0.2)
    #expect(first.sampled(rows: 8, columns: 8) == second.sampled(rows: 8, columns: 8))
  }
}
