/// Water that runs along a floor, over a barrier and out, with air above; see `DamCase`.
///
/// At time 0 water fills the channel between inlet and barrier up to the inlet's height and moves at
/// the inlet's velocity; its meeting with the barrier is resolved at once, by projection.
public struct DamFlow: TransientFlow {
  /// What is simulated.
  public let flow: DamCase
  /// On which grid.
  public let resolution: DamResolution
  private var run: TwoPhaseRun

  /// The dam at time 0.
  public init(_ flow: DamCase, resolution: DamResolution) {
    self.flow = flow
    self.resolution = resolution
    let plan = DamGrid(flow, resolution: resolution)
    let grid = StaggeredGrid(columns: plan.columns, rows: plan.rows)
    let left = (0..<grid.rows).map {
      $0 < plan.inletRows ? SideCondition.inflow(flow.inletVelocity) : .open
    }
    let domain = TwoPhaseDomain(
      grid: grid, left: left, right: [SideCondition](repeating: .open, count: grid.rows),
      block: plan.block)
    let stepper = TwoPhaseStepper(domain: domain, fluids: flow.fluids, gravity: DamCase.gravity)
    stepper.fraction.fill(x: 0...DamCase.barrierPosition, y: 0...DamCase.inletHeight)
    for j in 1...plan.inletRows {
      for i in 0..<plan.block.columns.lowerBound {
        stepper.velocity.u.base[j * grid.stride + i] = flow.inletVelocity
      }
    }
    let fallSpeed = (DamCase.gravity * flow.barrierHeight).squareRoot()
    run = TwoPhaseRun(
      stepper, courantNumber: resolution.courantNumber,
      speed: max(abs(flow.inletVelocity), fallSpeed), length: DamCase.inletHeight)
  }

  /// The physical time reached, in s.
  public var time: Double { run.time }
  /// The number of steps taken.
  public var steps: Int { run.steps }
  /// The number of cells.
  public var cells: Int { run.stepper.domain.grid.cellCount }
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

  /// The velocity of the mixture at the cell centres of a uniform `rows` x `columns` grid over the lower
  /// 0.4 m; 0 inside the barrier.
  public func sampled(rows: Int, columns: Int) -> SampledVelocity {
    window.velocity(run.stepper, rows: rows, columns: columns)
  }

  /// The share of water in the cells of a uniform `rows` x `columns` grid over the lower 0.4 m; 0 inside
  /// the barrier.
  public func sampledFraction(rows: Int, columns: Int) -> [Float] {
    window.fraction(run.stepper, rows: rows, columns: columns)
  }

  /// The furthest x that the water has reached on the floor, in m.
  public var frontPosition: Double { run.stepper.fraction.front(row: 1) }

  /// The volume of water in the box per metre of depth, in m^2.
  public var waterVolume: Double { run.stepper.fraction.volume }

  private var window: OutputWindow {
    OutputWindow(width: DamCase.length, height: DamCase.windowHeight)
  }
}
