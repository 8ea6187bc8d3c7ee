/// The flow past a cylinder in a channel, advanced in physical time.
///
/// Second order in space and time; see the target's README for the method. A value: copies are
/// independent, and the same calls give the same bits on the same machine.
public struct CylinderFlow: TransientFlow {
  /// What is simulated.
  public let flow: CylinderCase
  /// On which grid.
  public let resolution: CylinderResolution
  /// The forces over the last step; none before the first.
  public private(set) var forces: BodyForces?
  private let balance: MomentumBalance
  private var sample: MomentumBalance.Sample
  private var run: FlowRun

  /// A fluid at rest into which the inlet has just opened.
  public init(_ flow: CylinderCase, resolution: CylinderResolution) {
    self.flow = flow
    self.resolution = resolution
    let grid = resolution.grid(for: flow)
    run = FlowRun.throughflow(
      on: grid, kinematicViscosity: flow.kinematicViscosity, speed: flow.inletVelocity,
      inflow: ChannelInflow(velocity: flow.inletVelocity, profile: flow.profile),
      body: ImmersedBody(CircleOutline(radius: 0.5 * flow.diameter), in: grid))
    let cell = flow.diameter / resolution.cellsPerDiameter
    balance = MomentumBalance(
      reach: 0.5 * flow.diameter + CylinderFlow.marginCells * cell, in: grid,
      kinematicViscosity: flow.kinematicViscosity)
    sample = balance.sample(
      run.stepper.velocity, pressure: run.stepper.projection.pressure, on: grid)
  }

  /// How far the box for the forces stays from the cylinder, in cells: clear of all changed stencils.
  private static let marginCells = 3.0
  /// A convective rate this many times that of the inlet in the smallest cell ends the run.
  private static let largestRateRatio = 100.0

  /// The physical time reached, in s.
  public var time: Double { run.time }

  /// The number of steps taken.
  public var steps: Int { run.steps }

  /// The number of cells, those inside the cylinder included.
  public var cells: Int { grid.cellCount }

  /// Advances to `time` seconds exactly, in as many steps as stability asks for.
  /// - Throws: `FlowDivergence` when the velocity grows beyond all bounds.
  public mutating func advance(to time: Double) throws {
    try advance(to: time) { _ in }
  }

  /// Advances to `time` seconds exactly and hands on the forces of every step.
  /// - Throws: `FlowDivergence` when the velocity grows beyond all bounds.
  public mutating func advance(
    to time: Double, recording record: (BodyForces) -> Void
  ) throws {
    if !isKnownUniquelyReferenced(&run) { run = run.copy() }
    let run = run
    try run.advance(to: time) { step, rate in
      try measure(run, step: step, rate: rate)
      if let forces { record(forces) }
    }
    if let divergence = run.divergence { throw divergence }
  }

  private mutating func measure(_ run: FlowRun, step: Double, rate: Double) throws {
    let stepper = run.stepper
    let next = balance.sample(
      stepper.velocity, pressure: stepper.projection.pressure, on: stepper.grid)
    let force = MomentumBalance.force(sample, next, step: step)
    sample = next
    guard force.x.isFinite, force.y.isFinite, rate < CylinderFlow.largestRateRatio * inletRate
    else { throw FlowDivergence(time: run.time, courantNumber: step * rate) }
    let unit = 0.5 * flow.inletVelocity * flow.inletVelocity * flow.diameter
    forces = BodyForces(
      time: run.time - 0.5 * step, drag: force.x / unit, lift: force.y / unit)
  }

  private var inletRate: Double {
    abs(flow.inletVelocity) * resolution.cellsPerDiameter / flow.diameter
  }

  var grid: StaggeredGrid { run.stepper.grid }
  var velocity: StaggeredVelocity { run.stepper.velocity }
  var projection: PressureProjection { run.stepper.projection }
}
