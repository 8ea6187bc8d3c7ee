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
        assay run cfdbench --shard 2/5             the second of five parts
        assay run --all --within 10m               what fits, most telling first
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

  @Flag(help: "Exit 0 although cells failed.")
  var allowFailures = false

  @Option(
    help: ArgumentHelp(
      "How often a cell is run again that was killed from outside; else its budget decides.",
      valueName: "count"))
  var retries: Int?

  @Option(
    help: ArgumentHelp(
      "Run cells again, twice at most, beside which other programs kept more cores busy.",
      valueName: "cores"))
  var quiet: Double?

  @Option(help: ArgumentHelp("Only this part of the cells, as in 2/5.", valueName: "part"))
  var shard: Shard?

  @Option(
    help: ArgumentHelp(
      "Begin no cell that is expected to end later, as in 90s or 1h30m; most telling first.",
      valueName: "time"))
  var within: TimeSpan?

  @Flag(help: "Print every event as one line of JSON on stdout.")
  var json = false

  func run() throws {
    let plans = try selection.plans(in: workspace).map { plan in
      try shard.map { try plan.shard($0.index, of: $0.count) } ?? plan
    }
    var options = try runOptions()
    let start = ContinuousClock.now
    let store = try ResultStore(path: workspace.store, access: .readWrite)
    let harness = Harness(catalogue: .assay, store: store, worker: .current)
    let control = RunControl()
    let watch = InterruptWatch(control) {
      Foundation.exit(Experiment.ExitCode.interrupted.rawValue)
    }
    let progress = ProgressPrinter(json ? .json : .text)
    var worst = Experiment.ExitCode.done
    for (place, plan) in plans.enumerated() where !control.isCancelled {
      options.allowedSeconds = within?.share(
        plansLeft: plans.count - place, spentSeconds: start.duration(to: .now) / .seconds(1))
      let summary = try harness.run(
        plan, options: options, control: control, events: progress.print)
      if summary.exitCode != .done { worst = summary.exitCode }
    }
    withExtendedLifetime(watch) {}
    try progress.finish()
    if worst != .done { throw Outcome(code: worst) }
  }

  private func runOptions() throws -> RunOptions {
    if force, within != nil {
      throw AssayError(
        .badInput, where: "--within", found: "--force beside it",
        expected: "a run that goes on where the last one ended",
        remedy: "leave out one of them; --force begins anew each time")
    }
    var options = try execution.options(in: workspace, repetition: repetition)
    if skipSelfTests { options.selfTests = .skipped }
    if allowFailures { options.failures = .areAllowed }
    options.attempts.retries = try retries.map { try checked($0, "--retries") }
    options.attempts.mostForeignLoad = try quiet.map { try checked($0, "--quiet") }
    return options
  }

  private func checked<Number: Comparable & Numeric>(
    _ number: Number, _ flag: String
  ) throws -> Number {
    if number >= 0 { return number }
    throw AssayError(
      .badInput, where: flag, found: "\(number)", expected: "0 or more", remedy: "correct it")
  }

  private var repetition: RunOptions.Repetition {
    if force { return .everything }
    return retryFailed ? .missingAndFailed : .missingOnly
  }
}
