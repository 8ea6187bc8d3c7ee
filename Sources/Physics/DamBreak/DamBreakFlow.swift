/// A column of water collapsing in a closed box: the experiment of Martin & Moyce 1952.
public struct DamBreakFlow: TransientFlow {
  /// What is simulated.
  public let flow: DamBreakCase
  private var run: TwoPhaseRun

  /// A column at rest on a grid of equal columns.
  public init(
    _ flow: DamBreakCase, resolution: TwoPhaseResolution, friction: WallFriction = .freeSlip
  ) {
    self.flow = flow
    let grid = StaggeredGrid(
      columns: GridAxis(cells: resolution.columns, length: flow.boxWidth),
      rows: GridAxis(
        cells: resolution.rows, length: flow.boxHeight, stretching: resolution.stretching))
    let condition = friction == .noSlip ? SideCondition.wall : .slip
    let side = [SideCondition](repeating: condition, count: grid.rows)
    let domain = TwoPhaseDomain(
      grid: grid, left: side, right: side, floor: condition, ceiling: condition)
    let stepper = TwoPhaseStepper(domain: domain, fluids: flow.fluids, gravity: flow.gravity)
    stepper.fraction.fill(x: 0...flow.columnWidth, y: 0...flow.columnHeight)
    run = TwoPhaseRun(
      stepper, courantNumber: resolution.courantNumber,
      speed: max((abs(flow.gravity) * flow.columnHeight).squareRoot(), .leastNormalMagnitude),
      length: flow.columnWidth)
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

  /// The velocity at the cell centres of a uniform `rows` x `columns` grid over the box.
  public func sampled(rows: Int, columns: Int) -> SampledVelocity {
    window.velocity(run.stepper, rows: rows, columns: columns)
  }

  /// The share of water in the cells of a uniform `rows` x `columns` grid over the box.
  public func sampledFraction(rows: Int, columns: Int) -> [Float] {
    window.fraction(run.stepper, rows: rows, columns: columns)
  }

  /// The furthest x that the water has reached on the floor, in m.
  public var frontPosition: Double { run.stepper.fraction.front(row: 1) }

  /// The height of the water at the left wall, in m.
  public var columnHeight: Double { run.stepper.fraction.depth(column: 1) }

  private var window: OutputWindow { OutputWindow(width: flow.boxWidth, height: flow.boxHeight) }
}
