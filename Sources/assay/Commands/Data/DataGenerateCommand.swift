import ArgumentParser
import Experiment
import Foundation
import Harness
import Store

/// `assay data generate`.
struct DataGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make the data of the selected suites with our own solvers, without training.",
    discussion: """
      Parts that are there are kept; an interruption costs the part in flight.

      EXAMPLES:
        assay data generate cfdbench
        assay data generate cfdbench --profile standard --tasks cavity-geo --jobs 2
      """)

  @OptionGroup var selection: Selection
  @OptionGroup var execution: Execution
  @OptionGroup var workspace: Workspace

  @Flag(help: "Print every event as one line of JSON on stdout.")
  var json = false

  func run() throws {
    let plans = try selection.plans(in: workspace)
    let options = try execution.options(in: workspace)
    let store = try ResultStore(path: workspace.store, access: .readWrite)
    let harness = Harness(catalogue: .assay, store: store, worker: .current)
    let control = RunControl()
    let watch = InterruptWatch(control) {
      Foundation.exit(Experiment.ExitCode.interrupted.rawValue)
    }
    let progress = ProgressPrinter(json ? .json : .text)
    for plan in plans {
      let problems = try harness.prepareData(
        of: plan, options: options, control: control, events: progress.print)
      if control.isCancelled { throw Outcome(code: .interrupted) }
      for (dataset, reason) in problems.sorted(by: { $0.key < $1.key }) {
        print("\(dataset): \(reason)")
      }
      if !problems.isEmpty { throw Outcome(code: .cellsFailed) }
    }
    withExtendedLifetime(watch) {}
  }
}
