import Foundation

/// A program that a test starts, with its output in files so that no full pipe can stop it.
public final class ChildProcess {
  /// What a finished program left.
  public struct Outcome: Sendable, Equatable {
    /// Its standard output.
    public let output: String
    /// Its standard error.
    public let errors: String
    /// Its exit code, or 128 + the signal that ended it, as in a shell.
    public let exitCode: Int32
  }

  /// A program that did not end in time and was killed.
  public struct TimedOut: Error, CustomStringConvertible {
    /// What happened, with what the program had written by then.
    public let description: String
  }

  private let folder: TemporaryFolder
  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)

  /// Starts `executable`; `environment` is laid over the test's own.
  public init(
    _ executable: URL, _ arguments: [String] = [], environment: [String: String] = [:],
    input: String = "", in workingFolder: URL? = nil
  ) throws {
    folder = try TemporaryFolder()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let workingFolder { process.currentDirectoryURL = workingFolder }
    let streams = [
      try FileHandle(forReadingFrom: folder.write(input, to: "input")),
      try FileHandle(forWritingTo: folder.write("", to: "output")),
      try FileHandle(forWritingTo: folder.write("", to: "errors")),
    ]
    // Foundation keeps a process that has ended, and crashes at the start of one when 1,355 files are open
    // (it copies the whole of a directory entry's name, beyond the end of what was read).
    defer { for stream in streams { try? stream.close() } }
    process.standardInput = streams[0]
    process.standardOutput = streams[1]
    process.standardError = streams[2]
    process.terminationHandler = { [ended] _ in ended.signal() }
    try Self.withAllSignals { try process.run() }
  }

  /// Runs `start` with no signal blocked: tests run on threads that block them all, and a child
  /// inherits that, so that it would never see an interrupt.
  private static func withAllSignals(_ start: () throws -> Void) rethrows {
    var none = sigset_t()
    var former = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
    try start()
  }

  /// Runs `executable` to its end.
  /// - Throws: `TimedOut` when it takes longer than `seconds`.
  public static func run(
    _ executable: URL, _ arguments: [String] = [], environment: [String: String] = [:],
    input: String = "", in folder: URL? = nil, atMostSeconds seconds: Double = 60
  ) throws -> Outcome {
    try ChildProcess(
      executable, arguments, environment: environment, input: input, in: folder
    ).wait(atMostSeconds: seconds)
  }

  /// What it has written to standard output so far.
  public var outputSoFar: String { text("output") }
  /// What it has written to standard error so far.
  public var errorsSoFar: String { text("errors") }
  /// The process id.
  public var identifier: Int32 { process.processIdentifier }

  /// Sends `signal`, as `SIGINT`.
  public func send(_ signal: Int32) {
    kill(process.processIdentifier, signal)
  }

  /// Waits for the end; call it once.
  /// - Throws: `TimedOut`, after killing the program, when it takes longer than `seconds`.
  public func wait(atMostSeconds seconds: Double = 60) throws -> Outcome {
    if ended.wait(timeout: .now() + seconds) == .timedOut {
      send(SIGKILL)
      ended.wait()
      throw TimedOut(
        description: "no end within \(seconds) s; output: \(outputSoFar) errors: \(errorsSoFar)")
    }
    let signalled = process.terminationReason == .uncaughtSignal
    return Outcome(
      output: text("output"), errors: text("errors"),
      exitCode: (signalled ? 128 : 0) + process.terminationStatus)
  }

  private func text(_ name: String) -> String {
    let data = try? Data(contentsOf: folder.url.appending(path: name))
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
