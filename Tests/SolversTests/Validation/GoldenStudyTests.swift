import Foundation
import Solvers
import TestSupport
import Testing

@Suite struct GoldenStudyTests {
  private static func references() throws -> [GoldenReference] {
    let url = PackageFolder.url.appending(path: "Tests/References/solvers/nde_golden.json")
    return try GoldenReference.all(in: Data(contentsOf: url))
  }

  @Test func thereAreFiveCases() throws {
    #expect(try Self.references().count == 5)
  }

  @Test(arguments: 0..<4)
  func stepsEstimatesAndGradientsAreTheReferences(index: Int) throws {
    let study = GoldenStudy(try Self.references()[index])
    for deviation in study.deviations where !(deviation.size <= 1) {
      Issue.record(
        "\(deviation.quantity): \(deviation.ours) for \(deviation.reference), \(deviation.size) x")
    }
    #expect(study.deviations.count > 40)
  }
}
