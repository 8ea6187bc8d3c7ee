import DataFormats
import Experiment
import Foundation

/// Launches submissions and resumes them.
public struct Submitter: Sendable {
  private let launcher: any Launcher
  private let host: String

  /// Submits by `launcher`; `host` is this machine.
  public init(_ launcher: any Launcher, host: String = LocalLauncher.host()) {
    self.launcher = launcher
    self.host = host
  }

  /// Submits by the launcher that `kind` names, which runs programs by `command`.
  public init(_ kind: LauncherKind, command: ExternalCommand) {
    switch kind {
    case .slurm: self.init(SlurmLauncher(command: command))
    case .local: self.init(LocalLauncher(command: command))
    }
  }

  /// Writes the folder of `submission` and starts all its elements.
  /// - Parameters:
  ///   - submission: What is run.
  ///   - folder: Its folder, which is not there yet.
  ///   - makesData: Whether data are made first.
  /// - Returns: The launch.
  /// - Throws: `AssayError` when the folder cannot be written, the submission is there already, or the
  ///   launcher refuses.
  @discardableResult
  public func submit(
    _ submission: Submission, in folder: SubmissionFolder, makesData: Bool
  ) throws -> Launch {
    guard !FileManager.default.fileExists(atPath: folder.submissionFile.path) else {
      throw AssayError(
        .badInput, where: folder.url.path, found: "a submission that is there already",
        expected: "a new one", remedy: "resume it, or submit again in a moment")
    }
    try folder.save(submission)
    let elements = submission.elements.map(\.number)
    return try start(elements, of: submission, in: folder, makesData: makesData, retries: false)
  }

  /// The launch that `submit` would make; nothing is written.
  public func draft(_ submission: Submission, makesData: Bool) -> Launch {
    draft(1, submission.elements.map(\.number), makesData: makesData)
  }

  /// The commands that `launch` gives, ready for a shell.
  public func commands(_ launch: Launch, of submission: Submission, in folder: SubmissionFolder)
    -> [String]
  {
    launcher.commands(launch, of: submission, in: folder).map(ShellText.line)
  }

  /// Starts again the elements that failed, were lost or never began. What runs, waits or is done is
  /// left alone, so that a second resume does nothing.
  /// - Parameters:
  ///   - folder: The submission.
  ///   - retriesFailed: Whether elements are started again too some of whose cells failed, to run
  ///     those cells again.
  /// - Returns: The launch, nil when there was nothing to start.
  /// - Throws: `AssayError` when the submission cannot be read or the launcher refuses.
  public func resume(_ folder: SubmissionFolder, retriesFailed: Bool = false) throws -> Launch? {
    let submission = try folder.submission()
    let lock = try LaunchLock(folder)
    return try withExtendedLifetime(lock) {
      let status = try SubmissionStatus(of: submission, in: folder, launcher: launcher)
      let again = status.elements.filter {
        $0.word.needsResume || (retriesFailed && $0.word == .doneWithFailedCells)
      }
      let makesData = status.steps.contains { $0.name == "data" && $0.word.needsResume }
      // A merge that was lost alone is made again alone.
      let merges = status.steps.contains { $0.name == "merge" && $0.word.needsResume }
      if again.isEmpty, !merges || !status.elements.allSatisfy(\.word.hasEnded) { return nil }
      return try launch(
        again.compactMap { Int($0.name) }, of: submission, in: folder, makesData: makesData,
        retries: retriesFailed)
    }
  }

  /// Where the submission in `folder` stands.
  /// - Throws: `AssayError` (bad input) when it cannot be read.
  public func status(_ folder: SubmissionFolder) throws -> SubmissionStatus {
    try SubmissionStatus(of: folder.submission(), in: folder, launcher: launcher)
  }

  /// Stops all that waits or runs; finished cells stay in the shards.
  /// - Throws: `AssayError` when the submission cannot be read or the launcher refuses.
  public func cancel(_ folder: SubmissionFolder) throws {
    for launch in try folder.launches() { try launcher.cancel(launch, in: folder) }
  }

  private func start(
    _ elements: [Int], of submission: Submission, in folder: SubmissionFolder, makesData: Bool,
    retries: Bool
  ) throws -> Launch {
    let lock = try LaunchLock(folder)
    return try withExtendedLifetime(lock) {
      try launch(elements, of: submission, in: folder, makesData: makesData, retries: retries)
    }
  }

  /// The record is there before the first job and after each: a kill in between leaves elements that
  /// count as lost, never one that nobody knows.
  private func launch(
    _ elements: [Int], of submission: Submission, in folder: SubmissionFolder, makesData: Bool,
    retries: Bool
  ) throws -> Launch {
    let number = (try folder.launches().last?.number ?? 0) + 1
    var launch = draft(number, elements, makesData: makesData)
    let script = JobScript(
      submission, in: folder, launch: number, retriesFailed: retries)
    try AtomicFile.write(Data(script.text.utf8), to: folder.script)
    try folder.save(launch)
    try launcher.start(launch, of: submission, in: folder) { stage, job in
      launch.jobs[stage] = job
      try folder.save(launch)
    }
    return launch
  }

  private func draft(_ number: Int, _ elements: [Int], makesData: Bool) -> Launch {
    var stages: [LaunchStage] = makesData ? [.data] : []
    if !elements.isEmpty { stages.append(.elements) }
    return Launch(
      number: number, elements: elements, stages: stages + [.merge],
      started: Date().ISO8601Format(), host: host)
  }
}
