import Physics
import Testing

@Suite("The advection of volume fractions")
struct ReversedVortexTests {
  @Test(arguments: [16, 32])
  func waterIsBoundedAndConservedToRounding(cells: Int) {
    let outcome = ReversedVortex().outcome(cells: cells)
    // Fractions within 1e-14 of 0 and 1 are set to them, a few thousand times at most.
    #expect(outcome.relativeVolumeError < 1e-12)
    #expect(outcome.range == 0...1)
  }

  @Test func theDiscReturnsWithSecondOrder() {
    #expect(abs(ReversedVortex().observedOrder(cells: [16, 32, 64]) - 2) < 0.3)
  }
}
