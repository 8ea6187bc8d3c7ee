import Experiment
import Foundation
import Physics
import Tasks
import Testing

@Suite struct CavityEnumerationTests {
  @Test func theSweepsHaveTheirPublishedSizes() {
    #expect(CavitySweep.allCases.map { $0.cases.count } == [50, 84, 25])
  }

  @Test func theBoundarySweepRaisesTheLidVelocity() {
    #expect(CavitySweep.bc.cases.map(\.lidVelocity) == (1...50).map(Double.init))
    #expect(CavitySweep.bc.cases[9] == CavityParameters())
  }

  @Test func thePropertySweepIsDensityMajor() {
    let cases = CavitySweep.prop.cases
    #expect(
      cases.prefix(8).map(\.viscosity) == [1e-5, 5e-5, 1e-4, 5e-4, 1e-3, 5e-3, 1e-2, 1e-5])
    #expect(
      stride(from: 0, to: 84, by: 7).map { cases[$0].density }
        == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0.1, 0.5])
    #expect(abs(cases[70 + 6].reynoldsNumber - 1) < 1e-12)
    #expect(abs(cases[63].reynoldsNumber - 1e5) < 1e-6)
  }

  @Test func theGeometrySweepIsAProductOfLengths() {
    let cases = CavitySweep.geo.cases
    #expect(Set(cases.map { "\($0.width) \($0.height)" }).count == 25)
    #expect(cases[1] == CavityParameters(height: 0.02, width: 0.01))
  }

  @Test func partsAreNumberedThroughAllSweeps() {
    let dataset = CavityDataset(
      sweeps: [.geo, .prop, .bc], frameInterval: 0.1, frames: 3, caseLimit: 0, outputSize: 64)
    let paths = dataset.parts.map(\.path).sorted()
    #expect(paths.count == 159)
    #expect(paths.contains("cavity/bc/case0049"))
    #expect(paths.contains("cavity/prop/case0050"))
    #expect(paths.contains("cavity/prop/case0133"))
    #expect(paths.contains("cavity/geo/case0158"))
  }

  @Test func aLimitTakesGeneratedCasesWithBothEnds() {
    let dataset = CavityDataset(
      sweeps: [.bc], frameInterval: 0.001, frames: 3, caseLimit: 4, outputSize: 64)
    let generated = dataset.parts.filter { $0.notGenerated.isEmpty }
    #expect(generated.count == 4)
    #expect(generated.first?.path == "cavity/bc/case0000")
    for part in generated { #expect(part.expectedSeconds > 0) }
  }

  @Test func moreViscosityBringsBoxesIntoReach() {
    func generated(viscosityScale: Double) -> Int {
      CavityDataset(
        sweeps: [.geo], frameInterval: 0.001, frames: 25, viscosityScale: viscosityScale,
        caseLimit: 0, outputSize: 64
      ).parts.filter { $0.notGenerated.isEmpty }.count
    }
    #expect(generated(viscosityScale: 1) == 0)
    #expect(generated(viscosityScale: 10) == 18)
  }

  @Test func whatIsGeneratedFollowsTheSolversRule() throws {
    let dataset = CavityDataset(
      sweeps: [.prop], frameInterval: 0.1, frames: 3, caseLimit: 0, outputSize: 64)
    let reasons = Dictionary(
      uniqueKeysWithValues: dataset.parts.map { ($0.path, $0.notGenerated) })
    for (index, parameters) in CavitySweep.prop.cases.enumerated() {
      let flow = CavityCase(
        lidVelocity: parameters.lidVelocity, density: parameters.density,
        viscosity: parameters.viscosity, width: parameters.width, height: parameters.height)
      let decision = CavityResolutionRule().decision(on: flow, frameInterval: 0.1, frames: 3)
      let number = 50 + index
      let path = "cavity/prop/case0\(number < 100 ? "0" : "")\(number)"
      switch decision {
      case .resolved: #expect(reasons[path] == "")
      case .unresolved(let reason): #expect(reasons[path] == reason)
      }
    }
  }

  @Test func anIdentifierNamesTheSweepsAndDiffersByEveryParameter() {
    func identifier(
      _ sweeps: [CavitySweep] = [.bc], interval: Double = 0.1, frames: Int = 3, limit: Int = 0,
      size: Int = 64, viscosityScale: Double = 1
    ) -> String {
      CavityDataset(
        sweeps: sweeps, frameInterval: interval, frames: frames, viscosityScale: viscosityScale,
        caseLimit: limit, outputSize: size
      ).identifier
    }
    let all = [
      identifier(), identifier([.bc, .geo]), identifier(interval: 0.2), identifier(frames: 4),
      identifier(limit: 1), identifier(size: 32), identifier(viscosityScale: 2),
    ]
    #expect(Set(all).count == all.count)
    #expect(all[1].hasPrefix("cfdbench-cavity-bc-geo-"))
    #expect(identifier([.geo, .bc]) == all[1])
  }
}
