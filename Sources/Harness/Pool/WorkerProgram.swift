import Foundation

/// How a worker process is started.
public struct WorkerProgram: Sendable, Equatable {
  /// The program, as a rule this one.
  public var executable: URL
  /// Its arguments, as in `["worker"]`.
  public var arguments: [String]
  /// Its environment variables, before thread counts are pinned.
  public var environment: [String: String]

  /// A worker program.
  public init(executable: URL, arguments: [String], environment: [String: String]) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
  }

  /// The variable that tells the descendants of one worker from those of another.
  static let markName = "ASSAY_WORKER"

  /// The variables that a worker of `threads` threads gets. Crash dumps of the Swift runtime are
  /// off unless asked for: on a large program they take seconds, in which a core does nothing else.
  func environment(threads: Int, mark: String) -> [String: String] {
    var variables = WorkerEnvironment.allowed(environment)
    variables[Self.markName] = mark
    for name in ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"] { variables[name] = String(threads) }
    variables["SWIFT_BACKTRACE"] = environment["SWIFT_BACKTRACE"] ?? "enable=no"
    return variables
  }
}
