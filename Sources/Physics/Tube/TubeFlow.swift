/// Water that enters a tube full of air: no-slip plates, a uniform inflow, an open right end, no gravity.
public struct TubeFlow: TransientFlow {
  /// What is simulated.
  public let flow: TubeCase
  /// On which grid; the rows gather at the plates.
  public let resolution: TwoPhaseResolution
  private var run: TwoPhaseRun

  /// A tube full of `content` at rest, at the moment at which the inflow begins.
  public init(_ flow: TubeCase, resolution: TwoPhaseResolution, content: TubeContent = .air) {
    self.flow = flow
    self.resolution = resolution
    let grid = StaggeredGrid(
      columns: GridAxis(cells: resolution.columns, length: flow.length),
      rows: GridAxis(
        cells: resolution.rows, length: flow.diameter, stretching: resolution.stretching))
    let domain = TwoPhaseDomain(
      grid: grid,
      left: [SideCondition](repeating: .inflow(flow.inletVelocity), count: grid.rows),
      right: [SideCondition](repeating: .open, count: grid.rows))
    let stepper = TwoPhaseStepper(domain: domain, fluids: flow.fluids, gravity: 0)
    if content == .water { stepper.fraction.fill(x: 0...flow.length, y: 0...flow.diameter) }
    run = TwoPhaseRun(
      stepper, courantNumber: resolution.courantNumber, speed: abs(flow.inletVelocity),
      length: flow.diameter)
  }

  /// The physical time reached, in s.
  public var time: Double { run.time }
  /// The number of steps taken.
  public var steps: Int { run.steps }
  /// The conjugate gradient iterations of the pressure a step, on average.
  public var pressureIterations: Double { run.pressureIterations }
  /// What was conserved so far, and how well.
  public var ledger: ConservationLedger { run.ledger }

  /// Advances to `time` seconds exactly.
  /// - Throws: `FlowDivergence` when a velocity is no longer a number or grows beyond all bounds.
  public mutating func advance(to time: Double) throws {
    if !isKnownUniquelyReferenced(&run) { run = run.copy() }
    try run.advance(to: time)
  }

  /// The velocity of the mixture at the cell centres of a uniform `rows` x `columns` grid over the tube.
  public func sampled(rows: Int, columns: Int) -> SampledVelocity {
    window.velocity(run.stepper, rows: rows, columns: columns)
  }

  /// The share of water in the cells of a uniform `rows` x `columns` grid over the tube.
  public func sampledFraction(rows: Int, columns: Int) -> [Float] {
    window.fraction(run.stepper, rows: rows, columns: columns)
  }

  /// The furthest x that the water has reached along the centre line, in m.
  public var frontPosition: Double {
    run.stepper.fraction.front(row: (resolution.rows + 1) / 2)
  }

  /// The horizontal velocity at the `heights` (m) in the section at `x` (m), in m/s.
  public func profile(at x: Double, heights: [Double]) -> [Double] {
    PlaneInterpolation.horizontal(run.stepper.domain.grid, x: [x], y: heights)
      .values(of: run.stepper.velocity.u, stride: run.stepper.domain.grid.stride)
  }

  private var window: OutputWindow { OutputWindow(width: flow.length, height: flow.diameter) }
}
