import Experiment
import Foundation

/// A short program that is started and waited for.
///
/// Foundation's `Process` waits until everybody has gone who was started by the child, and hands on the
/// signals that our thread blocks; a supervisor that outlives us would stop the one and be deaf by the
/// other.
enum SpawnedProgram {
  /// - Returns: The exit code, 128 + the signal that ended it.
  static func run(
    _ words: [String], environment: [String: String], output: Int32, errors: Int32
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var attributes = defaultSignals()
    defer { posix_spawnattr_destroy(&attributes) }
    var process: pid_t = 0
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let error = withStrings(words) { arguments in
      withStrings(variables) { variables in
        posix_spawn(&process, words[0], &actions, &attributes, arguments, variables)
      }
    }
    guard error == 0 else {
      throw AssayError(
        .badInput, where: words[0], found: String(cString: strerror(error)),
        expected: "a program that starts", remedy: "look at its permissions")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  private static func defaultSignals() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
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
