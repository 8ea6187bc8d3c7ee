import ArgumentParser
import Harness

/// The worker of idle cells.
struct IdleWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "idle-worker", abstract: "Run idle cells for a parent process.",
    shouldDisplay: false)

  func run() throws {
    try WorkerMain.run(catalogue: IdlePlan.catalogue)
  }
}
