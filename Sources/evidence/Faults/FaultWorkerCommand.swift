import ArgumentParser
import Harness
import HarnessFixtures

/// The worker of faulty cells.
struct FaultWorkerCommand: ParsableCommand {
  static let arguments = ["fault-worker"]
  static let configuration = CommandConfiguration(
    commandName: arguments[0], abstract: "Run faulty cells for a parent process.",
    shouldDisplay: false)

  func run() throws {
    try WorkerMain.run(catalogue: ToyShelf.catalogue)
  }
}
