import Tasks
import Testing

@Suite struct KinematicFrontTests {
  private func course(
    _ parameters: FlowParameters, frames: Int, interval: Double, speed: (Int) -> Double
  ) -> WindowCourse {
    let cells = 16 * 16
    return WindowCourse(
      u: (0..<frames).map { [Double](repeating: speed($0), count: cells) },
      v: [[Double]](repeating: [Double](repeating: 0, count: cells), count: frames),
      of: parameters, size: 16, frameInterval: interval)
  }

  @Test func aPlugMovesWithTheFluid() {
    let tube = FlowParameters(.tube, [.inletVelocity: 0.5])
    let positions = KinematicFront(course(tube, frames: 4, interval: 0.1) { _ in 0.5 }).positions
    // The first frame is one interval after the start.
    for (index, position) in positions.enumerated() {
      #expect(abs(position - 0.05 * Double(index + 1)) < 1e-12)
    }
  }

  @Test func aSpeedThatGrowsLinearlyIsIntegratedExactly() {
    let tube = FlowParameters(.tube, [.inletVelocity: 0.1])
    let positions = KinematicFront(
      course(tube, frames: 3, interval: 0.1) { 0.1 + 0.2 * Double($0) }
    ).positions
    // Trapezoidal: 0.01 + 0.1 (0.1 + 0.3) / 2 + 0.1 (0.3 + 0.5) / 2.
    #expect(abs(positions[2] - 0.07) < 1e-12)
  }

  @Test func theDamsColumnStartsAtTheBarrier() {
    let dam = FlowParameters(.dam)
    let positions = KinematicFront(course(dam, frames: 2, interval: 0.1) { _ in 1 }).positions
    #expect(abs(positions[0] - (0.5 - 1.5 / 16)) < 1e-12)
    #expect(abs(positions[1] - positions[0] - 0.1) < 1e-12)
  }

  @Test func markersStayInTheWindow() {
    let tube = FlowParameters(.tube, [.inletVelocity: 5])
    let positions = KinematicFront(course(tube, frames: 6, interval: 0.1) { _ in 5 }).positions
    #expect(positions.last == tube.windowWidth)
  }
}
