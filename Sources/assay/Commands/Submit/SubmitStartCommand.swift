import ArgumentParser
import Experiment
import Foundation
import Harness
import Planning
import Store
import Submissions

/// `assay submit start`, which is `assay submit` alone.
struct SubmitStartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Cut a run into elements and start them; 'assay submit SUITE' alone does this.",
    discussion: """
      EXAMPLES:
        assay submit start cfdbench --launcher local --at-once 2 --wait
        assay submit start cfdbench --elements 64 --option=--qos=long
      """)

  private static let mostElements = 10_000
  private static let mostJobs = 4096

  @OptionGroup var selection: Selection
  @OptionGroup var execution: ElementExecution
  @OptionGroup var workspace: Workspace
  @OptionGroup var place: SubmissionPlace

  @Option(help: "How many elements the cells are cut into.")
  var elements = 8

  @Option(help: "Who starts them: slurm, as a job array, or local, as plain processes.")
  var launcher: LauncherKind = .slurm

  @Option(help: "Elements at the same time; 0 for as many as there is room for.")
  var atOnce = 0

  @Option(help: ArgumentHelp("Slurm's partition.", valueName: "name"))
  var partition = ""

  @Option(help: ArgumentHelp("Slurm's account.", valueName: "name"))
  var account = ""

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "An option for sbatch, as in --option=--qos=long, which wins over ours; may be repeated.",
      valueName: "option"))
  var option: [String] = []

  @Flag(help: "Print elements, script and commands; submit nothing.")
  var dryRun = false

  @Flag(help: "Wait for the end; Ctrl-C stops the waiting alone.")
  var wait = false

  func run() throws {
    let plans = try selection.plans(in: workspace)
    let (expected, makesData) = try preview(of: plans)
    let submission = try submission(of: plans, expectedSeconds: expected)
    let folder = place.shelf.folder(submission.id)
    let submitter = Submitter.current(launcher)
    guard !dryRun else {
      let launch = submitter.draft(submission, makesData: makesData)
      let commands = submitter.commands(launch, of: submission, in: folder)
      return print(
        DryRun(launch, of: submission, in: folder, commands: commands).text, terminator: "")
    }
    let launch = try submitter.submit(submission, in: folder, makesData: makesData)
    try SubmissionWatch(submitter: submitter, folder: folder).told(of: launch, waits: wait)
  }

  private func submission(of plans: [Plan], expectedSeconds: [CellIdentity: Double]) throws
    -> Submission
  {
    try requireCounts()
    let shards = try (1...elements).map { number in
      try plans.flatMap { try $0.shard(number, of: elements).cells }
    }
    let here = FileManager.default.currentDirectoryPath
    let environment = ProcessInfo.processInfo.environment
    return Submission(
      id: Submission.newIdentifier(), version: Release.version,
      program: WorkerProgram.current.executable.path, workingFolder: here,
      store: URL(filePath: workspace.store).standardizedFileURL.path,
      selection: try selection.arguments(in: workspace) + execution.arguments(environment),
      runOptions: execution.runArguments, shardCount: elements,
      elements: SubmissionElement.elements(
        shards, jobs: execution.jobs, expectedSeconds: expectedSeconds),
      atOnce: atOnce, launcher: launcher,
      slurmOptions: (partition.isEmpty ? [] : ["--partition=\(partition)"])
        + (account.isEmpty ? [] : ["--account=\(account)"]) + option)
  }

  private func requireCounts() throws {
    for (flag, value, range) in [
      ("--elements", elements, 1...Self.mostElements),
      ("--jobs", execution.jobs, 1...Self.mostJobs),
      ("--at-once", atOnce, 0...Self.mostElements),
    ] where !range.contains(value) {
      throw AssayError(
        .badInput, where: flag, found: "\(value)",
        expected: "\(range.lowerBound) to \(range.upperBound)",
        remedy: "leave it out for its default")
    }
    guard launcher == .slurm || (partition + account).isEmpty && option.isEmpty else {
      throw AssayError(
        .badInput, where: "--launcher local", found: "options of Slurm",
        expected: "none of --partition, --account and --option", remedy: "leave them out")
    }
  }

  /// What past runs say of the time of cells, and whether data are to be made; without a store nothing
  /// is known, and making data that are there costs nothing.
  private func preview(of plans: [Plan]) throws -> ([CellIdentity: Double], Bool) {
    guard let store = try ResultStore.existing(at: workspace.store) else { return ([:], true) }
    let harness = Harness(catalogue: .assay, store: store, worker: .current)
    var run = Execution()
    run.jobs = execution.jobs
    run.data = execution.data
    run.kernels = execution.kernels
    let options = try run.options(in: workspace)
    let previews = try plans.map { try harness.preview($0, options: options) }
    let known = previews.flatMap(\.cells).filter { $0.expectedSeconds > 0 }
    return (
      Dictionary(known.map { ($0.identity, $0.expectedSeconds) }, uniquingKeysWith: max),
      previews.flatMap(\.datasets).contains { $0.missingParts > 0 }
    )
  }
}
