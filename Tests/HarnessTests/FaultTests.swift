import Foundation
import HarnessFixtures
import Testing

/// Every known way to misbehave, between good neighbours.
@Suite struct FaultTests {
  private let trial = FaultTrial(worker: Bench.workerProgram(), arguments: ["worker"])

  @Test(arguments: FaultCase.all)
  func aFaultIsStoredWithItsReasonAndHurtsNobodyElse(_ fault: FaultCase) throws {
    let problems = try trial.problems(of: fault)
    #expect(problems == [])
  }

  @Test func dataThatCannotBeMadeFailTheCellsThatNeedThem() throws {
    let problems = try trial.problemsOfMissingData()
    #expect(problems == [])
  }

  @Test func aRunThatTheUserStopsKeepsWhatIsFinished() throws {
    let problems = try trial.problemsOfCancelling()
    #expect(problems == [])
  }
}
