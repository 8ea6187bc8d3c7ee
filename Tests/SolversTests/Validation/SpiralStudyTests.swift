import Foundation
import Solvers
import TestSupport
import Testing

@Suite struct SpiralStudyTests {
  private static func reference() throws -> SpiralReference {
    try SpiralReference(
      from: Data(
        contentsOf: PackageFolder.url.appending(
          path: "Suites/neural-de/data/spiral-sde/published.json")))
  }

  @Test func theMomentsOfTheTrueEquationAreThePublishedOnes() throws {
    let study = SpiralStudy(try Self.reference(), trajectories: 4000, steps: 8)
    #expect(study.deviations.count == 4)
    for deviation in study.deviations {
      #expect(deviation.size < SpiralStudy.bound, "\(deviation)")
    }
  }

  @Test func theSignsThatThePaperPrintsDoNotFit() throws {
    // The mean of the second coordinate has the other sign: hundreds of standard errors.
    let study = SpiralStudy(try Self.reference(), drift: .printed, trajectories: 1000, steps: 4)
    let worst = study.deviations.first { $0.name == "mean-u2" }?.size ?? 0
    #expect(worst > 100)
  }
}
