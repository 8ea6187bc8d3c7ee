import Foundation
import HarnessFixtures
import Testing

/// Every known way to misbehave, between good neighbours.
@Suite struct FaultTests {
  @Test(arguments: FaultCase.all)
  func aFaultIsStoredWithItsReasonAndHurtsNobodyElse(_ fault: FaultCase) throws {
    let trial = FaultTrial(worker: Bench.workerProgram(), arguments: ["worker"])
    #expect(try trial.problems(of: fault) == [])
  }
}
