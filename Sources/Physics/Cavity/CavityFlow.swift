/// The flow in a lid-driven cavity, advanced in physical time.
///
/// Second order in space and time; see the target's README for the method. A value: copies are
/// independent, and the same calls give the same bits on the same machine.
public struct CavityFlow: TransientFlow {
  /// What is simulated.
  public let flow: CavityCase
  /// On which grid.
  public let resolution: CavityResolution
  private var run: FlowRun

  /// A fluid at rest under a lid that has just started to move.
  public init(_ flow: CavityCase, resolution: CavityResolution) {
    self.flow = flow
    self.resolution = resolution
    let grid = StaggeredGrid(
      columns: GridAxis(
        cells: resolution.columns, length: flow.width, stretching: resolution.stretching),
      rows: GridAxis(
        cells: resolution.rows, length: flow.height, stretching: resolution.stretching))
    run = CavityFlow.startedRun(flow, on: grid)
  }

  /// The physical time reached, in s.
  public var time: Double { run.time }

  /// The number of steps taken.
  public var steps: Int { run.steps }

  /// Whether viscosity is solved for in each step or evaluated.
  public var solvesForViscosity: Bool { run.stepper.diffusion.treatment == .implicit }

  /// Advances to `time` seconds exactly, in as many steps as stability asks for.
  /// - Throws: `FlowDivergence` when a velocity is no longer a number or beyond all bounds; the flow
  ///   then stays where it is.
  public mutating func advance(to time: Double) throws {
    if !isKnownUniquelyReferenced(&run) { run = run.copy() }
    run.advance(to: time)
    if run.divergence == nil && !isBounded { run.diverge() }
    if let divergence = run.divergence { throw divergence }
  }

  /// Stops the lid at once, so that the flow spins down.
  public mutating func stopLid() {
    if !isKnownUniquelyReferenced(&run) { run = run.copy() }
    run.stepper.walls = LidMotion(speed: 0)
    run.stepper.walls.impose(on: velocity, of: grid, at: time)
  }

  /// Advances until the velocity changes by less than `tolerance` lid speeds in one convective
  /// time, or until `maximumTime` seconds. Returns whether the flow is steady.
  @discardableResult
  public mutating func advanceToSteadyState(tolerance: Double, maximumTime: Double) -> Bool {
    if !isKnownUniquelyReferenced(&run) { run = run.copy() }
    let before = StaggeredVelocity(on: grid)
    let interval = CavityFlow.steadinessInterval * flow.convectiveTime
    while time < maximumTime && run.divergence == nil {
      before.copy(from: run.stepper.velocity)
      let start = time
      run.advance(to: min(time + interval, maximumTime))
      let change = run.stepper.velocity.largestChange(from: before)
      let perConvectiveTime = change / (time - start) * flow.convectiveTime
      if perConvectiveTime < tolerance * abs(flow.lidVelocity) { return true }
    }
    return false
  }

  /// The largest speed of a sound flow, in lid speeds: nothing in a cavity outruns its lid by far.
  private static let speedBound = 100.0

  /// Whether every velocity is a number and none is beyond the bound.
  private var isBounded: Bool {
    isFinite && maximumSpeed <= CavityFlow.speedBound * abs(flow.lidVelocity)
  }

  /// How often steadiness is checked, in convective times.
  private static let steadinessInterval = 0.5

  var grid: StaggeredGrid { run.stepper.grid }
  var velocity: StaggeredVelocity { run.stepper.velocity }
  var projection: PressureProjection { run.stepper.projection }

  private static func startedRun(_ flow: CavityCase, on grid: StaggeredGrid) -> FlowRun {
    let nu = flow.kinematicViscosity
    let smallest = grid.columnAxis.widths.min() ?? flow.width
    let convectiveRate = abs(flow.lidVelocity) / smallest
    let diffusiveRate = 4 * nu / (grid.diffusiveWidth * grid.diffusiveWidth)
    // A step with viscous solves costs about three without (0.66 ms and 0.22 ms on 128 x 128
    // cells), so they pay when the viscous bound would shorten the steps threefold.
    let isViscous =
      diffusiveRate / StepPolicy.diffusiveLimit > 2 * convectiveRate / StepPolicy.convectiveLimit
    let stepper = ProjectionStepper(
      grid: grid, kinematicViscosity: nu, walls: LidMotion(speed: flow.lidVelocity),
      diffusion: isViscous ? .implicit : .explicit)
    // Half the time in which the lid's motion spreads over the first cell, or in which the lid
    // crosses a tenth of one.
    let first = min(0.5 * grid.diffusiveWidth * grid.diffusiveWidth / nu, 0.1 / convectiveRate)
    let policy = StepPolicy(diffusiveRate: isViscous ? 0 : diffusiveRate, lastStep: first)
    return FlowRun(stepper, policy: policy)
  }
}
