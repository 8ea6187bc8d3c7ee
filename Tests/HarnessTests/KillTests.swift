import Foundation
import HarnessFixtures
import Randomness
import Testing

/// Runs killed at random moments.
@Suite struct KillTests {
  private let trial = KillTrial(
    program: Bench.workerProgram(), workerArguments: ["worker"], runArguments: ["run"])

  @Test(arguments: 0..<6)
  func aRunWhoseHarnessIsKilledLosesNothingThatItReported(seed: Int) throws {
    let random = RandomStream(seed: 7).stream("kill-parent").stream("\(seed)")
    let problems = try trial.problems(killing: .parent, random: random)
    #expect(problems == [])
  }

  @Test(arguments: 0..<6)
  func aRunWhoseWorkersAreKilledEndsWell(seed: Int) throws {
    let random = RandomStream(seed: 7).stream("kill-worker").stream("\(seed)")
    let problems = try trial.problems(killing: .worker, random: random)
    #expect(problems == [])
  }
}
