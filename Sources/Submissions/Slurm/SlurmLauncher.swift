import Experiment
import Foundation

/// Starts elements as a job array of Slurm: data first, then the array, then the merge.
public struct SlurmLauncher: Launcher {
  private let command: ExternalCommand

  /// A launcher; `command` runs Slurm's programs.
  public init(command: ExternalCommand) {
    self.command = command
  }

  /// `sbatch`, a command a stage.
  public func commands(_ launch: Launch, of submission: Submission, in folder: SubmissionFolder)
    -> [[String]]
  {
    let unknown = Dictionary(
      uniqueKeysWithValues: LaunchStage.allCases.map { ($0, "<\($0.rawValue)>") })
    return launch.stages.map {
      SlurmOrder(launch, of: submission, in: folder).command($0, jobs: unknown)
    }
  }

  /// Submits a job a stage.
  public func start(
    _ launch: Launch, of submission: Submission, in folder: SubmissionFolder,
    started: (LaunchStage, String) throws -> Void
  ) throws {
    let order = SlurmOrder(launch, of: submission, in: folder)
    var jobs: [LaunchStage: String] = [:]
    for stage in launch.stages {
      let job = try submit(order.command(stage, jobs: jobs))
      jobs[stage] = job
      try started(stage, job)
    }
  }

  /// What `squeue` says.
  public func presence(of launch: Launch, in folder: SubmissionFolder) -> LaunchPresence {
    let jobs = launch.stages.compactMap { launch.jobs[$0] }
    if jobs.isEmpty { return LaunchPresence([:], otherwise: .gone) }
    // squeue refuses a list in which all jobs are forgotten, so each is asked for by itself.
    var lines: [SlurmQueueLine] = []
    for job in jobs {
      guard let outcome = try? command.run(Self.question(job)) else {
        return LaunchPresence([:], otherwise: .unknown)
      }
      if outcome.exitCode == 0 {
        lines += outcome.output.split(separator: "\n").compactMap(SlurmQueueLine.init)
      } else if !outcome.errors.contains("Invalid job id") {
        return LaunchPresence([:], otherwise: .unknown)
      }
    }
    let words = lines.map { ($0.step(launch), $0.word) }
    return LaunchPresence(
      Dictionary(words, uniquingKeysWith: { first, _ in first }), otherwise: .gone)
  }

  /// `scancel`: first what waits, then the scripts of what runs. A plain `scancel` would also hit the
  /// program's workers, whose cells would then count as killed.
  public func cancel(_ launch: Launch, in folder: SubmissionFolder) throws {
    let jobs = launch.stages.reversed().compactMap { launch.jobs[$0] }
    if jobs.isEmpty { return }
    for options in [["--state=PENDING"], ["--batch", "--signal=TERM"]] {
      let words = ["scancel"] + options + jobs
      let outcome = try command.run(words)
      // A job that has ended cannot be stopped, which is as good.
      let isOver = ["Invalid job id", "already completing or completed"].contains {
        outcome.errors.contains($0)
      }
      guard outcome.exitCode == 0 || isOver else { throw refused(outcome, words) }
    }
  }

  private static func question(_ job: String) -> [String] {
    ["squeue", "--noheader", "--array", "--jobs=\(job)", "--format=%i|%T|%r"]
  }

  private func submit(_ words: [String]) throws -> String {
    let outcome = try command.run(words)
    // 'number' or 'number;cluster'
    let job = outcome.output.prefix { $0.isNumber }
    guard outcome.exitCode == 0, !job.isEmpty else { throw refused(outcome, words) }
    return String(job)
  }

  private func refused(_ outcome: ExternalCommand.Outcome, _ words: [String]) -> AssayError {
    let reason =
      outcome.exitCode == 127
      ? "there is no such program on this machine"
      : (outcome.errors + outcome.output).trimmingCharacters(in: .whitespacesAndNewlines)
    return AssayError(
      .badInput, where: words.first ?? "sbatch",
      found: reason.isEmpty ? "exit code \(outcome.exitCode)" : reason,
      expected: "a job that Slurm accepts",
      remedy: "correct --partition, --account or --option, or use --launcher local; "
        + "--dry-run prints the whole command")
  }
}
