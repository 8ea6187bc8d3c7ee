import Physics
import Testing

@Suite("The lid-driven cavity")
struct CavityFlowTests {
  private let base = CavityCase(
    lidVelocity: 10, density: 1, viscosity: 1e-4, width: 0.01, height: 0.01)

  private func flow(_ flow: CavityCase, cells: Int, stretching: Double = 0) -> CavityFlow {
    CavityFlow(
      flow, resolution: CavityResolution(columns: cells, rows: cells, stretching: stretching))
  }

  @Test(arguments: [1.0, 100, 1e4])
  func divergenceStaysAtRoundOff(reynoldsNumber: Double) throws {
    var cavity = flow(
      CavityCase(unitBoxAtReynoldsNumber: reynoldsNumber), cells: 32, stretching: 1)
    for time in [0.01, 0.3, 1.0] {
      try cavity.advance(to: time)
      #expect(cavity.maximumDivergence < 1e-11)
    }
  }

  @Test func outputTimesAreReachedExactly() throws {
    var cavity = flow(base, cells: 24)
    for frame in 1...5 {
      let time = Double(frame) * 0.0003
      try cavity.advance(to: time)
      #expect(cavity.time == time)
    }
    #expect(cavity.steps > 20)
  }

  @Test func aPauseAtAnOutputTimeBarelyChangesTheFlow() throws {
    var direct = flow(base, cells: 32)
    try direct.advance(to: 0.003)
    var paused = flow(base, cells: 32)
    for time in [0.0007, 0.0011, 0.003] { try paused.advance(to: time) }
    #expect(distance(direct, paused) < 2e-3)
  }

  @Test func theSameCallsGiveTheSameBits() throws {
    var first = flow(base, cells: 32, stretching: 1)
    var second = flow(base, cells: 32, stretching: 1)
    try first.advance(to: 0.002)
    try second.advance(to: 0.002)
    #expect(first.sampled(rows: 16, columns: 16) == second.sampled(rows: 16, columns: 16))
  }

  @Test func aCopyGoesItsOwnWay() throws {
    var first = flow(base, cells: 16)
    try first.advance(to: 0.001)
    let atCopy = first.sampled(rows: 8, columns: 8)
    var second = first
    try second.advance(to: 0.002)
    #expect(first.sampled(rows: 8, columns: 8) == atCopy)
    #expect(first.time == 0.001)
    try first.advance(to: 0.002)
    #expect(first.sampled(rows: 8, columns: 8) == second.sampled(rows: 8, columns: 8))
  }

  @Test func unitsDoNotMatter() throws {
    // Same Reynolds number 1000 in metres per second and in boxes per unit time.
    var physical = flow(base, cells: 24)
    var unit = flow(CavityCase(unitBoxAtReynoldsNumber: 1000), cells: 24)
    try physical.advance(to: 0.004)
    try unit.advance(to: 4)
    let heights = stride(from: 0.0, through: 1.0, by: 0.1).map { $0 }
    let difference = zip(
      physical.horizontalVelocity(atMidWidthHeights: heights),
      unit.horizontalVelocity(atMidWidthHeights: heights)
    ).map { abs($0 - $1) }
    #expect(difference.allSatisfy { $0 < 1e-9 })
  }

  @Test func aLidMovingTheOtherWayGivesTheMirrorImage() throws {
    var right = flow(CavityCase(unitBoxAtReynoldsNumber: 400), cells: 24, stretching: 1)
    var left = flow(
      CavityCase(lidVelocity: -1, density: 1, viscosity: 1 / 400, width: 1, height: 1), cells: 24,
      stretching: 1)
    try right.advance(to: 2)
    try left.advance(to: 2)
    let (a, b) = (right.sampled(rows: 10, columns: 10), left.sampled(rows: 10, columns: 10))
    for row in 0..<10 {
      for column in 0..<10 {
        let (here, there) = (row * 10 + column, row * 10 + 9 - column)
        #expect(abs(a.u[here] + b.u[there]) < 1e-6)
        #expect(abs(a.v[here] - b.v[there]) < 1e-6)
      }
    }
  }

  @Test func kineticEnergyGrowsFromRestAndStaysBelowTheLid() throws {
    var cavity = flow(CavityCase(unitBoxAtReynoldsNumber: 1000), cells: 32)
    #expect(cavity.kineticEnergy == 0)
    var last = 0.0
    for time in [0.5, 1.0, 2.0, 4.0] {
      try cavity.advance(to: time)
      #expect(cavity.kineticEnergy > last)
      last = cavity.kineticEnergy
    }
    #expect(last < 0.05)
    #expect(cavity.maximumSpeed == 1)
  }

  @Test(arguments: [50.0, 2000])
  func energyFallsWhenTheLidStops(reynoldsNumber: Double) throws {
    var cavity = flow(CavityCase(unitBoxAtReynoldsNumber: reynoldsNumber), cells: 32, stretching: 1)
    try cavity.advance(to: 2)
    cavity.stopLid()
    var last = cavity.kineticEnergy
    for time in [2.05, 2.1, 2.5, 3, 4] {
      try cavity.advance(to: time)
      #expect(cavity.kineticEnergy < last)
      last = cavity.kineticEnergy
    }
    #expect(last > 0 && cavity.isFinite)
  }

  @Test func withoutALidNothingMoves() throws {
    var still = flow(
      CavityCase(lidVelocity: 0, density: 1, viscosity: 0.01, width: 1, height: 1), cells: 16)
    try still.advance(to: 1)
    #expect(still.kineticEnergy == 0)
  }

  @Test func aFlowThatBlowsUpSaysWhenAndStops() throws {
    var cavity = flow(
      CavityCase(lidVelocity: .infinity, density: 1, viscosity: 0.01, width: 1, height: 1),
      cells: 16)
    let divergence = #expect(throws: FlowDivergence.self) { try cavity.advance(to: 1) }
    #expect((divergence?.time ?? -1) >= 0 && (divergence?.time ?? 2) <= 1)
    #expect(throws: FlowDivergence.self) { try cavity.advance(to: 2) }
    let isSteady = cavity.advanceToSteadyState(tolerance: 1e-4, maximumTime: 3)
    #expect(!isSteady)
  }

  private func distance(_ a: CavityFlow, _ b: CavityFlow) -> Double {
    let (p, q) = (a.sampled(rows: 16, columns: 16), b.sampled(rows: 16, columns: 16))
    let difference = zip(p.u + p.v, q.u + q.v).reduce(0) {
      $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1))
    }
    let size = (q.u + q.v).reduce(0) { $0 + Double($1 * $1) }
    return (difference / size).squareRoot()
  }
}
