import Experiment
import ExternalModels
import Foundation
import Testing

@Suite struct ModelConformanceTests {
  private func report(_ behaviour: String) throws -> ConformanceReport {
    let toy = try ToyProgram(behaviour)
    return try ModelConformance(toy.program, role: ToyProgram.role, answerSeconds: 20).report()
  }

  private func law(_ words: String, in report: ConformanceReport) throws -> ConformanceFinding {
    try #require(report.findings.first { $0.law.contains(words) }, "no law says '\(words)'")
  }

  @Test func aGoodProgramKeepsEveryLaw() throws {
    let report = try report("good")
    #expect(report.isConformant)
    #expect(report.findings.filter { $0.outcome != .passed } == [])
    #expect(report.findings.count == 17)
    #expect(report.facts["model"] == "toy")
  }

  @Test(arguments: [
    ("exits at once", "it starts"), ("prints", "it answers 'fit'"),
    ("wrong shape", "it answers 'predict'"), ("remembers", "the same question"),
    ("depends on others", "does not depend on the other samples"), ("forgets", "it can load"),
    ("stays", "it ends by itself"),
  ]) func aBrokenLawIsNamedWithItsRemedy(behaviour: String, words: String) throws {
    let report = try report(behaviour)
    let finding = try law(words, in: report)
    #expect(!report.isConformant)
    #expect(finding.outcome == .failed)
    #expect(finding.explanation.contains("; "))
  }

  @Test func anotherAnswerOfAnotherProcessIsNoted() throws {
    let report = try report("unseeded")
    #expect(report.isConformant)
    #expect(try law("the same seed", in: report).outcome == .noted)
  }
}
