import Foundation
import Solvers
import TestSupport
import Testing

@Suite struct SymplecticCompositionTests {
  private static var oscillator: SeparableProblem<Double> {
    SeparableProblem(
      positions: [1], momenta: [0], span: 0...100, velocity: { $1[0] = $0[0] },
      force: { $1[0] = -$0[0] })
  }

  @Test(arguments: SymplecticComposition.catalogue)
  func aSymplecticMethodHasItsOrder(method: SymplecticComposition) {
    let study = OrderStudy(method)
    #expect(study.agrees, "\(study.name): \(study.observed) for \(study.nominal)")
  }

  @Test(arguments: SymplecticComposition.catalogue)
  func theFractionsAreSymmetricAndSumToOne(method: SymplecticComposition) {
    #expect(abs(method.fractions.reduce(0, +) - 1) < 1e-14)
    #expect(method.fractions == method.fractions.reversed())
  }

  @Test(arguments: SymplecticComposition.catalogue)
  func theEnergyOfAnOscillatorDoesNotDrift(method: SymplecticComposition) {
    let solution = method.solve(Self.oscillator, stepSize: 0.1, saving: .everyStep)
    let energies = solution.states.map { 0.5 * ($0[0] * $0[0] + $0[1] * $0[1]) }
    // The modified energy that is conserved differs by less than h²/8 of the energy.
    #expect(energies.allSatisfy { abs($0 - 0.5) < 0.01 / 8 })
    let (early, late) = (energies[1...100].max() ?? 0, energies.suffix(100).max() ?? 1)
    #expect(abs(early - late) < 1e-4 * early)
  }

  @Test func anExplicitMethodOfTheSameOrderDrifts() {
    let problem = InitialValueProblem<Double>(initial: [1, 0], span: 0...100) {
      $2[0] = $1[1]
      $2[1] = -$1[0]
    }
    let end = ExplicitRungeKutta(.heun2).solve(problem, SolveOptions(steps: .fixed(size: 0.1))).last
    #expect(abs(0.5 * (end[0] * end[0] + end[1] * end[1]) - 0.5) > 0.01 / 8)
  }

  @Test func aStepTakesOneForceForEachFractionAndDenseOutputIsOnTheOrbit() {
    let solution = SymplecticComposition.yoshida4.solve(
      Self.oscillator, stepSize: 0.1, saving: .interpolated(at: [0.55]))
    #expect(abs(solution.states[0][0] - cos(0.55)) < 1e-5)
    #expect(solution.trace.work.evaluations == 3 * 1000 + 1 + 2)
  }

  @Test func everyFileOfACompositionIsInTheCatalogue() throws {
    let folder = PackageFolder.url.appending(path: "Sources/Solvers/Symplectic")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("SymplecticComposition+") }
    #expect(files.count == SymplecticComposition.catalogue.count)
  }
}
