import ArgumentParser
import HarnessFixtures

/// A whole run of toy cells, to be killed.
struct FaultRunCommand: ParsableCommand {
  static let arguments = ["fault-run"]
  static let configuration = CommandConfiguration(
    commandName: arguments[0], abstract: "Run toy cells until somebody kills it.",
    shouldDisplay: false)

  @Argument var plan: String
  @Argument var folder: String
  @Argument var jobs: Int

  func run() throws {
    try TrialRun.perform(
      plan: plan, folder: folder, jobs: jobs, worker: FaultWorkerCommand.arguments)
  }
}
