import Foundation
import HarnessFixtures
import Testing

/// Every known way to misbehave, between good neighbours.
@Suite struct FaultTests {
  private let trial = FaultTrial(worker: Bench.workerProgram(), arguments: ["worker"])

  @Test(arguments: FaultCase.all)
  func aFaultIsStoredWithItsReasonAndHurtsNobodyElse(_ fault: FaultCase) throws {
    #expect(try trial.problems(of: fault) == [])
  }

  @Test func dataThatCannotBeMadeFailTheCellsThatNeedThem() throws {
    #expect(try trial.problemsOfMissingData() == [])
  }

  @Test func aRunThatTheUserStopsKeepsWhatIsFinished() throws {
    #expect(try trial.problemsOfCancelling() == [])
  }
}
