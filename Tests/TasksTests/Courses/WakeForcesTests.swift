import Physics
import Tasks
import Testing

@Suite struct WakeForcesTests {
  private static let size = 64

  private func course(_ parameters: FlowParameters, interval: Double, frames: Int) throws
    -> (WindowCourse, drag: [Double], lift: [Double])
  {
    let radius = parameters[.radius]
    var flow = CylinderFlow(
      CylinderCase(
        inletVelocity: parameters[.inletVelocity], density: parameters[.density],
        viscosity: parameters[.viscosity], diameter: 2 * radius, upstream: -parameters[.left],
        downstream: parameters[.right], below: -parameters[.bottom], above: parameters[.top]),
      resolution: CylinderResolution(cellsPerDiameter: 12))
    var (u, v, drag, lift) = ([[Double]](), [[Double]](), [Double](), [Double]())
    for frame in 1...frames {
      try flow.advance(to: 0.03 + Double(frame) * interval)
      let sample = flow.sampled(rows: Self.size, columns: Self.size)
      u.append(sample.u.map { Double($0) })
      v.append(sample.v.map { Double($0) })
      drag.append(flow.dragCoefficient)
      lift.append(flow.liftCoefficient)
    }
    let course = WindowCourse(
      u: u, v: v, of: parameters, size: Self.size, frameInterval: interval)
    return (course, drag, lift)
  }

  @Test func theBalanceOfMomentumMeetsTheSimulatorsDrag() throws {
    // Re 40, off centre, so that there is a lift as well.
    let parameters = FlowParameters(
      .cylinder, [.density: 2, .inletVelocity: 1, .top: 0.045])
    let (course, drag, _) = try course(parameters, interval: 0.002, frames: 5)
    let forces = try #require(WakeForces(course))
    #expect(forces.coefficients.count == 3)
    // Six cells along and ten across a diameter: a tenth is what the estimate is good for.
    for (estimate, truth) in zip(forces.coefficients, drag.dropFirst()) {
      #expect(abs(estimate.drag / truth - 1) < 0.15)
    }
  }

  @Test func aUniformStreamExertsNoForce() throws {
    let cells = Self.size * Self.size
    let frames = [[Double]](repeating: [Double](repeating: 1, count: cells), count: 3)
    let still = [[Double]](repeating: [Double](repeating: 0, count: cells), count: 3)
    let forces = try #require(
      WakeForces(
        WindowCourse(
          u: frames, v: still, of: FlowParameters(.cylinder), size: Self.size, frameInterval: 0.001)
      ))
    #expect(abs(forces.coefficients[0].drag) < 1e-12)
    #expect(abs(forces.coefficients[0].lift) < 1e-12)
  }

  @Test func anAcceleratedStreamPushesItsOwnMassForward() throws {
    // du/dt = a everywhere without a body: pressure and the change of momentum cancel.
    let cells = Self.size * Self.size
    let frames = (0..<3).map { [Double](repeating: 1 + 0.1 * Double($0), count: cells) }
    let still = [[Double]](repeating: [Double](repeating: 0, count: cells), count: 3)
    let forces = try #require(
      WakeForces(
        WindowCourse(
          u: frames, v: still, of: FlowParameters(.cylinder), size: Self.size, frameInterval: 0.001)
      ))
    #expect(abs(forces.coefficients[0].drag) < 1e-9)
  }

  @Test func withoutRoomOrFramesThereAreNoForces() {
    let cells = Self.size * Self.size
    let frame = [Double](repeating: 1, count: cells)
    let tight = FlowParameters(.cylinder, [.top: 0.0102])
    #expect(
      WakeForces(
        WindowCourse(
          u: [frame, frame, frame], v: [frame, frame, frame], of: tight, size: Self.size,
          frameInterval: 1)) == nil)
    #expect(
      WakeForces(
        WindowCourse(
          u: [frame, frame], v: [frame, frame], of: FlowParameters(.cylinder), size: Self.size,
          frameInterval: 1)) == nil)
  }
}
