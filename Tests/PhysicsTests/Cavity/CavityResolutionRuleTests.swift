import Physics
import Testing

@Suite("The resolution rule")
struct CavityResolutionRuleTests {
  private func decision(
    velocity: Double = 10, density: Double = 1, viscosity: Double, width: Double = 0.01,
    height: Double = 0.01, frames: Int = 25
  ) -> CavityResolutionRule.Decision {
    CavityResolutionRule().decision(
      on: CavityCase(
        lidVelocity: velocity, density: density, viscosity: viscosity, width: width, height: height),
      frameInterval: 0.001, frames: frames)
  }

  private func cells(_ decision: CavityResolutionRule.Decision) -> Int? {
    if case .resolved(let resolution) = decision { resolution.columns } else { nil }
  }

  @Test func gridsGrowWithTheReynoldsNumber() {
    let found = [1e-2, 5e-4, 1e-4, 5e-5, 2e-5].map { cells(decision(viscosity: $0)) }
    #expect(found == [48, 48, 80, 128, 160])
  }

  @Test func roundingDoesNotPushACaseOverItsBound() {
    // 0.3 * 10 * 0.01 / 3e-5 and 5 * 10 * 0.01 / 1e-4 are not exact in binary.
    #expect(cells(decision(density: 0.3, viscosity: 3e-5)) == 80)
    #expect(cells(decision(density: 5, viscosity: 1e-4)) == 160)
  }

  @Test func onlyTheStartUpOfTheBaseCaseOfCFDBenchIsResolved() {
    #expect(
      decision(viscosity: 1e-5)
        == .unresolved(
          "At Re 10000 the start-up is verified for 7.0 convective times, not 25.0."))
    #expect(
      decision(viscosity: 1e-5, frames: 7)
        == .resolved(CavityResolution(columns: 192, rows: 192, stretching: 1.6)))
  }

  @Test func startUpsAreBoundByReynoldsNumberAndAspect() {
    #expect(
      decision(viscosity: 1e-5, width: 0.03, height: 0.03, frames: 7)
        == .resolved(CavityResolution(columns: 256, rows: 256, stretching: 1.8)))
    #expect(
      decision(viscosity: 1e-5, width: 0.04, height: 0.04, frames: 4)
        == .unresolved("Re 40000 is above 30000, the highest with a verified start-up."))
    #expect(
      decision(viscosity: 1e-5, height: 0.03, frames: 5)
        == .unresolved(
          "Height over width 3.0 is outside 0.33 to 2, the cavities whose start-up is taken above "
            + "Re 5000."))
  }

  @Test func longRunsOfUnsettledFlowsAreRefused() {
    #expect(
      decision(viscosity: 2e-5, frames: 100)
        == .unresolved("At Re 5000 the grid is verified for 50 convective times, not 100."))
    #expect(cells(decision(viscosity: 1e-4, frames: 100)) == 80)
  }

  @Test func tallCavitiesGetRowsInProportionUntilTheyAreTooMany() {
    #expect(
      decision(viscosity: 1e-3, height: 0.02)
        == .resolved(CavityResolution(columns: 48, rows: 96, stretching: 1.2)))
    #expect(
      decision(viscosity: 1e-4, height: 0.05)
        == .unresolved("Height over width 5.0 asks for 400 rows of cells; at most 256 are used."))
  }

  @Test func flatCavitiesKeepTheirRows() {
    #expect(
      decision(viscosity: 1e-3, width: 0.02)
        == .resolved(CavityResolution(columns: 48, rows: 48, stretching: 1.2)))
    #expect(
      decision(viscosity: 1e-2, width: 0.1)
        == .unresolved(
          "Height over width 0.1 is below 0.2, the flattest cavity verified up to Re 200."))
    #expect(
      decision(viscosity: 1e-4, width: 0.05, height: 0.02)
        == .unresolved(
          "Height over width 0.4 is below 0.6, the flattest cavity verified up to Re 5000."))
  }
}
