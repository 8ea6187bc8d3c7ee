import Experiment
import Foundation
import Harness
import HarnessFixtures
import Physics
import Planning
import Randomness

/// Whether faults of cells and kills of processes are contained: `fault/<kind>`.
///
/// Ours is 1 when everything went as it should, over all trials; the reference is 1.
enum FaultValidation {
  private static let quantity = "stored reason, neighbours, exit code, store, leftovers"
  private static let atOnce = 2

  /// All of them; so many runs are killed, half of them with their harness.
  static func results(kills: Int) throws -> [ValidationResult] {
    let faults = try parallel(FaultCase.all) { fault in
      result(fault.name, try trial.problems(of: fault))
    }
    return try faults + special() + [killing(.parent, kills / 2), killing(.worker, kills / 2)]
  }

  private static var trial: FaultTrial {
    FaultTrial(worker: OwnProcess.executable, arguments: FaultWorkerCommand.arguments)
  }

  /// Faults that are not those of a model.
  private static func special() throws -> [ValidationResult] {
    [
      result("no-data", try trial.problemsOfMissingData()),
      result("cancelled", try trial.problemsOfCancelling()),
    ]
  }

  private static func killing(_ victim: KillTrial.Victim, _ count: Int) throws -> ValidationResult {
    let kills = KillTrial(
      program: OwnProcess.executable, workerArguments: FaultWorkerCommand.arguments,
      runArguments: FaultRunCommand.arguments)
    let root = RandomStream(seed: 7).stream("kill-\(victim.rawValue)")
    let problems = try parallel(Array(0..<count)) { number in
      try kills.problems(killing: victim, random: root.stream("\(number)"))
    }
    return result("kill-\(victim.rawValue)", problems.flatMap { $0 }, trials: count)
  }

  private static func result(
    _ name: String, _ problems: [String], trials: Int = 1
  ) -> ValidationResult {
    for problem in problems { FileHandle.standardError.write(Data("\(name): \(problem)\n".utf8)) }
    return ValidationResult(
      name: "fault/\(name)",
      quantity: trials == 1
        ? quantity : "\(trials) kills: nothing lost, nothing twice, nothing left",
      ours: problems.isEmpty ? 1 : 0, reference: 1, source: "docs/containment.md", tolerance: 0)
  }

  /// Trials wait more than they compute, so that two run at once; the results are in order.
  private static func parallel<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ body: @Sendable @escaping (Input) throws -> Output
  ) throws -> [Output] {
    try TrialThreads(count: atOnce).map(inputs, body)
  }
}
