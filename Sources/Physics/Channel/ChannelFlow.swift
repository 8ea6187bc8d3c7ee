/// The flow through a plane channel without a body, advanced in physical time.
///
/// The solver of the cylinder flow without the cylinder. A value: copies are independent.
public struct ChannelFlow: TransientFlow {
  /// What is simulated.
  public let flow: ChannelCase
  private var run: FlowRun

  /// A fluid at rest into which the inlet has just opened, on cells that gather at the walls by
  /// `stretching` (the tanh parameter of `GridAxis`).
  public init(_ flow: ChannelCase, columns: Int, rows: Int, stretching: Double = 0) {
    self.init(
      flow, inflow: ChannelInflow(velocity: flow.inletVelocity, profile: flow.profile),
      columns: columns, rows: rows, stretching: stretching)
  }

  init(
    _ flow: ChannelCase, inflow: any WallMotion, columns: Int, rows: Int, stretching: Double = 0
  ) {
    self.flow = flow
    run = FlowRun.throughflow(
      on: StaggeredGrid(
        columns: GridAxis(cells: columns, length: flow.length),
        rows: GridAxis(cells: rows, length: flow.height, stretching: stretching)),
      kinematicViscosity: flow.kinematicViscosity, speed: flow.inletVelocity, inflow: inflow)
  }

  /// The physical time reached, in s.
  public var time: Double { run.time }

  /// The number of steps taken.
  public var steps: Int { run.steps }

  /// Advances to `time` seconds exactly.
  /// - Throws: `FlowDivergence` when the velocity grows beyond all bounds.
  public mutating func advance(to time: Double) throws {
    if !isKnownUniquelyReferenced(&run) { run = run.copy() }
    let (run, bound) = (run, ChannelFlow.largestRateRatio * inletRate)
    try run.advance(to: time) { step, rate in
      guard rate < bound else { throw FlowDivergence(time: run.time, courantNumber: step * rate) }
    }
    if let divergence = run.divergence { throw divergence }
  }

  /// A convective rate this many times that of the inlet in the smallest cell ends the run.
  private static let largestRateRatio = 100.0

  private var inletRate: Double {
    let smallest = min(grid.columnAxis.widths.min() ?? 0, grid.rowAxis.widths.min() ?? 0)
    return abs(flow.inletVelocity) / smallest
  }

  /// The velocity at the cell centres of a uniform `rows` x `columns` grid over the channel, in m/s.
  public func sampled(rows: Int, columns: Int) -> SampledVelocity {
    let x = (0..<columns).map { (Double($0) + 0.5) / Double(columns) * flow.length }
    let y = (0..<rows).map { (Double($0) + 0.5) / Double(rows) * flow.height }
    let v = PlaneInterpolation.vertical(grid, x: x, y: y)
      .values(of: velocity.v, stride: grid.stride)
    return SampledVelocity(
      u: horizontalVelocity(x: x, y: y).map { Float($0) }, v: v.map { Float($0) })
  }

  /// The velocity along the channel at all pairs of `x` and `y` (metres), rows of `x.count`.
  public func horizontalVelocity(x: [Double], y: [Double]) -> [Double] {
    PlaneInterpolation.horizontal(grid, x: x, y: y).values(of: velocity.u, stride: grid.stride)
  }

  /// What was conserved so far.
  public var ledger: ConservationLedger {
    let divergence = run.stepper.projection.largestDivergence(velocity)
    return ConservationLedger(
      largestDivergence: divergence * flow.height / abs(flow.inletVelocity))
  }

  var grid: StaggeredGrid { run.stepper.grid }
  var velocity: StaggeredVelocity { run.stepper.velocity }
}
