import Foundation
import TestSupport
import Testing

@Suite struct TwoRunsTests {
  @Test func theSecondOfTwoRunsWaitsAndBothAreWhole() throws {
    let bench = try Workbench()
    let first = try bench.start("run", "tiny", "--profile", "standard", "--json")
    try first.waitForEvents("cellStarted")
    let second = try bench.start("run", "tiny")
    #expect(eventually { second.outputSoFar.contains("of process \(first.identifier)") })
    let outcomes = [try first.wait(), try second.wait()]
    #expect(outcomes.map(\.exitCode) == [0, 0], "\(outcomes)")
    #expect(outcomes[0].output.contains(#""states":{"done":12}"#))
    #expect(outcomes[1].output.contains("4 done (4 run"))
    let cells = try bench.assay("show").output.split(separator: "\n")
    #expect(cells.count { $0.contains("  done  ") } == 16)
    #expect(try bench.assay("doctor").exitCode == 0)
  }

  /// Both want to make the store; repeated, because only some beginnings collide.
  @Test(arguments: 0..<5)
  func twoRunsThatBeginTogetherAreBothWhole(attempt: Int) throws {
    let bench = try Workbench()
    let runs = try (0..<2).map { _ in try bench.start("run", "tiny") }
    let outcomes = try runs.map { try $0.wait() }
    #expect(outcomes.map(\.exitCode) == [0, 0], "\(outcomes)")
    for outcome in outcomes { #expect(outcome.output.contains("4 done")) }
    #expect(try bench.assay("doctor").exitCode == 0)
  }
}
