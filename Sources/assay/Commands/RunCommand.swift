import ArgumentParser
import Experiment
import Foundation
import Harness
import Store

/// `assay run`: trains, scores and stores every cell that the store lacks.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Train, score and store every cell that the store lacks.",
    discussion: """
      The same command resumes after an interruption: finished cells are never run twice unless \
      --force is given. Ctrl-C loses at most the cells in flight; a second one leaves at once.

      EXAMPLES:
        assay run cfdbench
        assay run cfdbench --profile standard --models fno,auto-ffn --seeds 0-4
        assay run cfdbench --data ~/CFDBench       on your own official download
        assay run cfdbench --model my_model.yaml   a model of your own as well
      """)

  @OptionGroup var selection: Selection
  @OptionGroup var execution: Execution
  @OptionGroup var workspace: Workspace

  @Flag(help: "Run every cell again, whatever the store has.")
  var force = false

  @Flag(help: "Run cells again that failed, timed out or ran out of memory.")
  var retryFailed = false

  @Flag(help: "Do not try metrics, splits and models before the first cell; the record says so.")
  var skipSelfTests = false

  @Flag(help: "Print every event as one line of JSON on stdout.")
  var json = false

  func run() throws {
    let plans = try selection.plans(in: workspace)
    var options = try execution.options(in: workspace, repetition: repetition)
    if skipSelfTests { options.selfTests = .skipped }
    let store = try ResultStore(path: workspace.store, access: .readWrite)
    let harness = Harness(catalogue: .assay, store: store, worker: .current)
    let control = RunControl()
    let watch = InterruptWatch(control) {
      Foundation.exit(Experiment.ExitCode.interrupted.rawValue)
    }
    let progress = ProgressPrinter(json ? .json : .text)
    var worst = Experiment.ExitCode.done
    for plan in plans where !control.isCancelled {
      let summary = try harness.run(
        plan, options: options, control: control, events: progress.print)
      if summary.exitCode != .done { worst = summary.exitCode }
    }
    withExtendedLifetime(watch) {}
    if worst != .done { throw Outcome(code: worst) }
  }

  private var repetition: RunOptions.Repetition {
    if force { return .everything }
    return retryFailed ? .missingAndFailed : .missingOnly
  }
}
