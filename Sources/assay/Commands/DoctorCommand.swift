import ArgumentParser
import Experiment
import Foundation
import Harness
import Store

/// `assay doctor`: the machine, the libraries and the health of the store.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what is installed, how many threads are used and whether the store is sound.",
    discussion: """
      EXAMPLES:
        assay doctor
        assay doctor --store old/results.sqlite
        assay doctor --repair
      """)

  @Flag(help: "Mend the store as far as it can be; what was damaged is kept beside it.")
  var repair = false

  @OptionGroup var workspace: Workspace

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let record = EnvironmentProbe.record(environment: environment, threads: 1)
    print("environment")
    for (name, value) in record.facts.sorted(by: { $0.key < $1.key }) {
      print("  \(name): \(value)")
    }
    print("store \(workspace.store)")
    if repair { try mend() }
    guard let store = try ResultStore.existing(at: workspace.store) else {
      return print("  none yet; 'assay run' makes it")
    }
    let health = try store.checkHealth()
    printHealth(health)
    if !health.problems.isEmpty { throw Outcome(code: .storeDamaged) }
  }

  private func mend() throws {
    let report = try ResultStore.repair(path: workspace.store)
    for action in report.actions { print("  repaired: \(action)") }
    if report.actions.isEmpty { print("  nothing to repair") }
    if !report.lostCells.isEmpty {
      print("  \(report.lostCells.count) cells lost their results; 'assay run' makes them again")
    }
  }

  private func printHealth(_ health: StoreHealth) {
    print("  schema \(health.schemaVersion), \(health.bytes) bytes, \(health.runs) runs")
    for (state, count) in health.cells.sorted(by: { $0.key < $1.key }) {
      print("  \(count) cells \(state)")
    }
    for file in health.orphanedFiles { print("  orphaned artifact: \(file)") }
    for problem in health.problems { print("  PROBLEM: \(problem)") }
    if health.problems.isEmpty { print("  sound") }
  }
}
