import Physics
import Testing

@Suite("Two equal fluids")
struct SlidingVortexTests {
  @Test func theErrorFallsWithSecondOrderInSpace() {
    #expect(abs(SlidingVortex().observedOrder(cells: [8, 16, 32]) - 2) < 0.3)
  }

  @Test func theErrorInTimeFallsWithFirstOrder() {
    // On 32 x 32 cells the error in space is 1e-3; so few steps are worse.
    let errors = [8, 16].map { SlidingVortex().velocityError(cells: 32, steps: $0) }
    #expect(errors[1] < 0.7 * errors[0])
  }
}
