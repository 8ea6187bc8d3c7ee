import Experiment
import ExternalModels
import Foundation

/// A program started in a session of its own, with its three standard descriptors given.
struct ChildProcess {
  let identifier: pid_t

  /// Starts `executable`; every other descriptor of ours is closed in it.
  /// - Throws: `AssayError` when it does not start.
  init(
    executable: String, arguments: [String], environment: [String: String],
    input: Int32, output: Int32, errors: Int32
  ) throws {
    var launch = ProcessLaunch(executable: executable, arguments: [executable] + arguments)
    launch.environment = environment
    do {
      identifier = try launch.start(input: input, output: output, errors: errors).process
    } catch let failure as ProcessLaunch.Failure {
      throw AssayError(
        .badInput, where: executable, found: failure.description,
        expected: "a program that starts", remedy: "correct the path or its permissions")
    }
  }

  /// Kills the process and everything that it started.
  /// - Returns: what it had started
  @discardableResult
  func killSession() -> Set<pid_t> {
    ProcessSession.kill(leader: identifier)
  }

  /// Waits for the end.
  func wait() -> ProcessEnd { waitWithUse().exit }

  /// Waits for the end; with the processor time of its whole life and of what it waited for.
  func waitWithUse() -> (exit: ProcessEnd, use: rusage) {
    var status: Int32 = 0
    var use = rusage()
    while wait4(identifier, &status, 0, &use) < 0 && errno == EINTR {}
    return (ProcessEnd(status: status), use)
  }
}
