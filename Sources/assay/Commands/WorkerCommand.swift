import ArgumentParser
import Experiment
import Harness

/// `assay worker`: the hidden other end of `assay run`; runs one cell at a time.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Run cells for a parent process.", shouldDisplay: false)

  func run() throws {
    try WorkerMain.run(catalogue: .assay)
  }
}
