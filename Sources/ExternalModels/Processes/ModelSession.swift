import CProcess
import Experiment
import Foundation

/// A model's program that runs: its process, its two streams and its log.
///
/// One question, one answer. Whatever goes wrong ends the program with all that it started, and is thrown as
/// a `ModelFailure` that says what was sent and what was expected.
final class ModelSession {
  /// The version of the protocol.
  static let protocolVersion = 1
  /// Large enough that a tensor of some hundred kilobytes passes in one go.
  private static let pipeBytes: Int32 = 1 << 20
  /// Descriptors that a program may have open; some libraries close all that there could be, one by one.
  private static let openFiles: UInt64 = 4096

  let started: ProcessLaunch.Started
  /// The program's name in sentences.
  let name: String
  let mark: String
  /// Our ends of its standard streams; -1 when closed.
  var (input, output, errors): (Int32, Int32, Int32)
  /// What has arrived and is not understood yet.
  var inbox = ByteQueue()
  var log = ModelLog()
  /// What it was asked last.
  var question = "hello"
  /// The folder for large bodies, until the program turns out not to use it.
  var shared: SharedFolder?
  private let killsBefore = KernelKills.count()
  private var end: ProcessEnd?

  /// Starts `program` at `place`.
  /// - Throws: `ModelFailure` (not started).
  init(_ program: ModelProgram, at place: ModelPlace) throws {
    name = program.command.first ?? program.executable
    mark = "\(getpid()).\(UUID().uuidString)"
    shared = SharedFolder()
    let pipes = try Self.pipes()
    let (toProgram, fromProgram, log) = (pipes[0], pipes[1], pipes[2])
    (input, output, errors) = (toProgram.writing, fromProgram.reading, log.reading)
    defer { for end in [toProgram.reading, fromProgram.writing, log.writing] { close(end) } }
    do {
      started = try Self.launch(program, at: place, mark: mark, sharing: shared).start(
        input: toProgram.reading, output: fromProgram.writing, errors: log.writing)
    } catch {
      for end in [input, output, errors] { close(end) }
      throw ModelFailure(.notStarted, "'\(program.executable)': \(error)")
    }
  }

  deinit { terminate() }

  /// What went wrong, after the program has been ended.
  func failure(_ kind: FailureKind, _ reason: String) -> ModelFailure {
    terminate()
    return ModelFailure(kind, reason)
  }

  /// The failure of a program that ended, or closed its standard output, before it answered.
  /// - Parameter cut: what it had begun to send; empty when nothing
  func death(amid cut: String = "") -> ModelFailure {
    let hasEnded = waitForEnd(seconds: 2)
    let asked = "while it was asked '\(question)'"
    guard hasEnded else {
      return failure(
        .brokeProtocol,
        "the program closed its standard output \(asked) and lives on; it was ended"
          + log.ending)
    }
    forwardLog()
    let wasKilledForMemory = KernelKills.count() > killsBefore
    let end = terminate()
    if end == .signalled(SIGKILL), wasKilledForMemory {
      return ModelFailure(
        .outOfMemory, "the kernel killed the program because the machine ran out of memory")
    }
    if case .exited = end, !cut.isEmpty {
      return ModelFailure(
        .brokeProtocol, "the program \(cut) \(asked) and \(end.verb)" + log.ending)
    }
    return ModelFailure(end.kind, "the program \(end.verb) \(asked)" + log.ending)
  }

  /// Whether the program has ended; it is not waited for, so that its number stays its own.
  var hasEnded: Bool {
    guard end == nil else { return true }
    var info = siginfo_t()
    let options = WEXITED | WNOHANG | WNOWAIT
    return waitid(P_PID, id_t(started.process), &info, options) != 0 || info.si_signo != 0
  }

  /// Waits until the program has ended; false when it has not.
  func waitForEnd(seconds: Double) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !hasEnded {
      guard ContinuousClock.now < deadline else { return false }
      forwardLog()
      usleep(500)
    }
    return true
  }

  /// Ends the program and all that it started, and takes away the shared folder.
  @discardableResult
  func terminate() -> ProcessEnd {
    if let end { return end }
    let killed = ProcessSession.kill(leader: started.process, mark: mark)
    var status: Int32 = 0
    while waitpid(started.process, &status, 0) < 0 && errno == EINTR {}
    ProcessSession.reap(killed: killed, leader: started.process)
    forwardLog()
    for descriptor in [input, output, errors] where descriptor >= 0 { close(descriptor) }
    (input, output, errors) = (-1, -1, -1)
    shared?.remove()
    let end = ProcessEnd(status: status)
    self.end = end
    return end
  }

  private static func launch(
    _ program: ModelProgram, at place: ModelPlace, mark: String, sharing shared: SharedFolder?
  ) -> ProcessLaunch {
    var launch = ProcessLaunch(executable: program.executable, arguments: program.command)
    launch.environment = ModelEnvironment.variables(of: program, at: place, mark: mark)
    launch.folder = program.folder.path
    launch.network = program.network
    if program.writing == .confined {
      launch.writableFolders = [place.scratch.path] + (shared.map { [$0.path] } ?? [])
    }
    // The harness watches the whole tree; these hold when it cannot, as in `assay check-model`.
    let seconds = place.budget.wallSeconds * Double(max(place.threads, 1))
    launch.limits.processorSeconds = UInt64(min(max(1.1 * seconds + 2, 2), 1e9))
    launch.limits.fileBytes = UInt64(max(place.budget.diskMebibytes, 0)) << 20
    launch.limits.openFiles = openFiles
    return launch
  }

  /// Pipes for its input, its output and its log. Ours never block; the program's do.
  private static func pipes() throws -> [(reading: Int32, writing: Int32)] {
    try (0..<3).map { index in
      var ends: [Int32] = [-1, -1]
      guard assay_make_pipe(&ends, pipeBytes) == 0 else {
        throw ModelFailure(
          .notStarted, "no descriptors for a program's pipes: \(String(cString: strerror(errno)))")
      }
      _ = fcntl(index == 0 ? ends[1] : ends[0], F_SETFL, O_NONBLOCK)
      return (ends[0], ends[1])
    }
  }
}
