import Experiment
import Physics
import Tasks
import Testing

@Suite struct CFDBenchDatasetTests {
  private func dataset(
    _ sweeps: [FlowSweep] = [.bc], problem: FlowProblem = .cavity, interval: Double = 0.1,
    frames: Int = 3, limit: Int = 0, size: Int = 64, viscosityScale: Double = 1,
    estimatesError: Bool = true
  ) -> CFDBenchDataset {
    CFDBenchDataset(
      problem: problem, sweeps: sweeps, frameInterval: interval, frames: frames,
      viscosityScale: viscosityScale, caseLimit: limit, outputSize: size,
      estimatesError: estimatesError)
  }

  @Test func aLimitTakesGeneratedCasesWithBothEnds() {
    let generated = dataset(interval: 0.001, limit: 4).parts.filter { $0.notGenerated.isEmpty }
    #expect(generated.count == 4)
    #expect(generated.first?.path == "cavity/bc/case0000")
    for part in generated { #expect(part.expectedSeconds > 0) }
  }

  @Test func moreViscosityBringsBoxesIntoReach() {
    func generated(viscosityScale: Double) -> Int {
      dataset([.geo], interval: 0.001, frames: 25, viscosityScale: viscosityScale)
        .parts.filter { $0.notGenerated.isEmpty }.count
    }
    #expect(generated(viscosityScale: 1) == 0)
    #expect(generated(viscosityScale: 10) == 18)
  }

  @Test func whatIsGeneratedFollowsTheSolversRule() throws {
    let reasons = Dictionary(
      uniqueKeysWithValues: dataset([.prop]).parts.map { ($0.path, $0.notGenerated) })
    for (index, parameters) in FlowProblem.cavity.cases(of: .prop).enumerated() {
      let flow = CavityCase(
        lidVelocity: parameters[.lidVelocity], density: parameters[.density],
        viscosity: parameters[.viscosity], width: parameters[.width],
        height: parameters[.height])
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
    let all = [
      dataset(), dataset([.bc, .geo]), dataset(interval: 0.2), dataset(frames: 4),
      dataset(limit: 1), dataset(size: 32), dataset(viscosityScale: 2), dataset(problem: .tube),
      dataset(estimatesError: false),
    ].map(\.identifier)
    #expect(Set(all).count == all.count)
    #expect(all[1].hasPrefix("cfdbench-cavity-bc-geo-"))
    #expect(all[7].hasPrefix("cfdbench-tube-bc-"))
    #expect(dataset([.geo, .bc]).identifier == all[1])
  }

  @Test func aProblemsDatasetAsksForItsOwnPartOfADownload() {
    #expect(dataset(problem: .dam).benchmark == "cfdbench-dam")
  }
}
