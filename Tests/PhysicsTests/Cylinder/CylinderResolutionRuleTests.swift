import Physics
import Testing

@Suite("The resolution rule of the cylinder")
struct CylinderResolutionRuleTests {
  private func flow(
    reynoldsNumber: Double, diameter: Double = 0.02, below: Double = 0.06
  ) -> CylinderCase {
    CylinderCase(
      inletVelocity: 1, density: 1, viscosity: diameter / reynoldsNumber, diameter: diameter,
      upstream: 0.06, downstream: 0.16, below: below, above: 0.06)
  }

  private func decision(_ flow: CylinderCase, horizon: Double = 20)
    -> CylinderResolutionRule.Decision
  {
    CylinderResolutionRule().decision(
      on: flow, frameInterval: flow.convectiveTime * horizon / 25, frames: 25)
  }

  @Test(arguments: [20.0, 100, 200, 500, 1000])
  func everyReynoldsNumberOfTheDatasetHasAGrid(reynoldsNumber: Double) {
    guard case .resolved = decision(flow(reynoldsNumber: reynoldsNumber)) else {
      Issue.record("Re \(reynoldsNumber) is unresolved")
      return
    }
  }

  @Test func aHigherReynoldsNumberNeverGetsACoarserGrid() {
    let cells = [20.0, 100, 200, 500, 1000].map { number -> Double in
      guard case .resolved(let grid) = decision(flow(reynoldsNumber: number)) else { return 0 }
      return grid.cellsPerDiameter
    }
    #expect(cells == cells.sorted())
  }

  @Test func whatWasNotMeasuredIsRefusedWithASentence() {
    #expect(
      decision(flow(reynoldsNumber: 1200))
        == .unresolved("Re 1200 is above 1000, the highest verified in a symmetric channel."))
    #expect(
      decision(flow(reynoldsNumber: 1000), horizon: 90)
        == .unresolved(
          "At Re 1000 the grid is verified for 20.0 diameters over inlet velocity, not 90.0."))
    #expect(
      decision(flow(reynoldsNumber: 300, below: 0.08))
        == .unresolved("Re 300 is above 200, the highest verified in an unsymmetric channel."))
    #expect(
      decision(flow(reynoldsNumber: 100, diameter: 0.05))
        == .unresolved(
          "The cylinder takes 0.42 of the channel's height, more than 0.25, the most verified."))
    #expect(
      decision(flow(reynoldsNumber: 100, below: 0.015))
        == .unresolved(
          "The gap beside the cylinder, 0.25 diameters, is below 0.5, the narrowest verified."))
  }

  @Test func aNearWallIsFollowedForAShorterTime() {
    let near = flow(reynoldsNumber: 200, below: 0.03)
    guard case .resolved = decision(near, horizon: 10) else {
      Issue.record("refused at 10 diameters over inlet velocity")
      return
    }
    #expect(
      decision(near, horizon: 12)
        == .unresolved(
          "At Re 200 the grid is verified for 10.0 diameters over inlet velocity, not 12.0."))
  }

  @Test func aNarrowChannelAndAnUnsymmetricOneGetFinerGrids() {
    let cells = [
      flow(reynoldsNumber: 200), flow(reynoldsNumber: 200, diameter: 0.03),
      flow(reynoldsNumber: 200, below: 0.04),
    ].map { flow -> Double in
      guard case .resolved(let grid) = decision(flow) else { return 0 }
      return grid.cellsPerDiameter
    }
    #expect(cells[0] > 0 && cells[0] < cells[1] && cells[1] < cells[2])
  }

  @Test func theCoarserGridHasAboutHalfTheCells() {
    let base = flow(reynoldsNumber: 200)
    let resolution = CylinderResolution(cellsPerDiameter: 24)
    let fine = CylinderFlow(base, resolution: resolution).cells
    let coarse = CylinderFlow(base, resolution: resolution.coarser).cells
    #expect(abs(Double(coarse) / Double(fine) - 0.5) < 0.1)
  }
}
