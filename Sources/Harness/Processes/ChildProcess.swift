import CProcess
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
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (given, standard) in [(input, Int32(0)), (output, 1), (errors, 2)] {
      posix_spawn_file_actions_adddup2(&actions, given, standard)
    }
    var attributes = Self.attributes()
    defer { posix_spawnattr_destroy(&attributes) }
    var identifier: pid_t = 0
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let error = Self.withStrings([executable] + arguments) { arguments in
      Self.withStrings(variables) { variables in
        posix_spawn(&identifier, executable, &actions, &attributes, arguments, variables)
      }
    }
    guard error == 0 else {
      throw AssayError(
        .badInput, where: executable, found: String(cString: strerror(error)),
        expected: "a program that starts", remedy: "correct the path or its permissions")
    }
    self.identifier = identifier
  }

  /// Kills the process and everything that it started.
  /// - Returns: what it had started
  @discardableResult
  func killSession() -> Set<pid_t> {
    ProcessSession.kill(leader: identifier)
  }

  /// Waits for the end.
  func wait() -> ChildExit { waitWithUse().exit }

  /// Waits for the end; with the processor time of its whole life and of what it waited for.
  func waitWithUse() -> (exit: ChildExit, use: rusage) {
    var status: Int32 = 0
    var use = rusage()
    while wait4(identifier, &status, 0, &use) < 0 && errno == EINTR {}
    return (ChildExit(status: status), use)
  }

  /// A session of its own, so that it can be killed whole and Ctrl-C does not reach it; and default
  /// signals, because those that we ignore would be ignored there too.
  private static func attributes() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    let flags = Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, flags | assay_spawn_in_new_session())
    return attributes
  }

  /// A null-terminated list of C strings for the length of `body`.
  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
