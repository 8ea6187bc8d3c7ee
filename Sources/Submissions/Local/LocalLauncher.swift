import DataFormats
import Experiment
import Foundation

/// Starts elements as plain processes of this machine: no daemon, no SSH.
///
/// A small supervising shell, in a session of its own and so untouched by the end of this program or
/// its terminal, keeps the wanted number of elements running, each again in a session of its own.
public struct LocalLauncher: Launcher {
  private static let secondsToStart = 10.0
  private let command: ExternalCommand

  /// A launcher; `command` runs the shell.
  public init(command: ExternalCommand) {
    self.command = command
  }

  /// The supervising shell.
  public func commands(_ launch: Launch, of submission: Submission, in folder: SubmissionFolder)
    -> [[String]]
  {
    [["setsid", "--fork", "bash", Self.script(launch, in: folder).path]]
  }

  /// Starts the supervising shell, which starts the steps.
  public func start(
    _ launch: Launch, of submission: Submission, in folder: SubmissionFolder,
    started: (LaunchStage, String) throws -> Void
  ) throws {
    let script = Self.script(launch, in: folder)
    let text = LocalScript(launch, of: submission, in: folder).text
    try AtomicFile.write(Data(text.utf8), to: script)
    for words in commands(launch, of: submission, in: folder) {
      let outcome = try command.run(words)
      guard outcome.exitCode == 0 else {
        throw Self.cannotStart(script, found: outcome.errors)
      }
    }
    let supervisor = try Self.awaitSupervisor(of: launch, in: folder)
    for stage in launch.stages { try started(stage, supervisor) }
  }

  /// What the processes of this machine say.
  public func presence(of launch: Launch, in folder: SubmissionFolder) -> LaunchPresence {
    guard launch.host == Self.host() else { return LaunchPresence([:], otherwise: .unknown) }
    var words: [String: LaunchPresence.Word] = [:]
    let steps = launch.stages.map(\.rawValue) + launch.elements.map(String.init)
    for step in steps {
      guard let record = folder.record(step), record.launch == launch.number else { continue }
      let mark = ProcessMark(process: record.process, start: record.processStart)
      words[step] = !record.hasEnded && mark.isAlive ? .running : .gone
    }
    return LaunchPresence(words, otherwise: supervisor(of: launch) == nil ? .gone : .waiting)
  }

  /// Asks the supervising shell and the steps to end.
  public func cancel(_ launch: Launch, in folder: SubmissionFolder) throws {
    guard launch.host == Self.host() else {
      throw AssayError(
        .badInput, where: "submission \(folder.url.lastPathComponent)",
        found: "it runs on \(launch.host)", expected: "this machine",
        remedy: "cancel it on that machine")
    }
    if let supervisor = supervisor(of: launch) { kill(supervisor.process, SIGTERM) }
    // Elements outlive a supervisor that was killed.
    for step in launch.elements.map(String.init) + ["data", "merge"] {
      guard let record = folder.record(step), record.launch == launch.number, !record.hasEnded
      else { continue }
      let mark = ProcessMark(process: record.process, start: record.processStart)
      if mark.isAlive { kill(mark.process, SIGTERM) }
    }
  }

  /// This machine's name.
  public static func host() -> String { ProcessInfo.processInfo.hostName }

  private func supervisor(of launch: Launch) -> ProcessMark? {
    launch.jobs.values.first.flatMap(ProcessMark.init).flatMap { $0.isAlive ? $0 : nil }
  }

  private static func script(_ launch: Launch, in folder: SubmissionFolder) -> URL {
    folder.url.appending(path: "launches/\(launch.number).sh")
  }

  /// The supervisor names itself in a file, since the shell that forked it has gone.
  private static func awaitSupervisor(of launch: Launch, in folder: SubmissionFolder) throws
    -> String
  {
    let file = folder.url.appending(path: "launches/\(launch.number).supervisor")
    let deadline = ContinuousClock.now + .seconds(secondsToStart)
    while ContinuousClock.now < deadline {
      if let data = FileManager.default.contents(atPath: file.path) {
        return String(decoding: data, as: UTF8.self)
          .trimmingCharacters(in: .whitespacesAndNewlines)
      }
      usleep(10_000)
    }
    throw cannotStart(file, found: "no sign of it within \(Int(secondsToStart)) s")
  }

  private static func cannotStart(_ file: URL, found: String) -> AssayError {
    AssayError(
      .cannotWrite, where: file.path, found: "the supervising shell does not start: \(found)",
      expected: "bash and setsid (util-linux) on this machine",
      remedy: "install them, and look at logs/supervisor.log beside it")
  }
}
