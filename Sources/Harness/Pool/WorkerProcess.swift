import Experiment
import Foundation

/// One live worker: its process, its line, its log.
final class WorkerProcess {
  /// What arrived on the line.
  enum Arrival {
    case reply(WorkerReply)
    case end
    case garbage(String)
  }

  private static let chunk = 1 << 16
  let process: ChildProcess
  let line: Int32
  let logLine: Int32
  /// Whether it has said hello.
  var isReady = false
  /// Whether it has answered a request.
  var hasServed = false
  var log = LogBuffer()
  private var buffer = Data()

  /// Starts a worker with `threads` BLAS threads.
  init(_ program: WorkerProgram, threads: Int) throws {
    let line = try Self.pair()
    let logLine = try Self.pair()
    defer { for end in [line.theirs, logLine.theirs] { close(end) } }
    process = try ChildProcess(
      executable: program.executable.path, arguments: program.arguments,
      environment: program.environment(threads: threads), input: line.theirs,
      output: line.theirs, errors: logLine.theirs)
    self.line = line.ours
    self.logLine = logLine.ours
  }

  deinit {
    close(line)
    close(logLine)
  }

  /// Sends `frame`; whether the worker took it. MSG_NOSIGNAL: a dead worker must not kill us.
  func send(_ frame: Data) -> Bool {
    frame.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let rest = bytes.count - sent
        let count = Glibc.send(
          line, bytes.baseAddress?.advanced(by: sent), rest, Int32(MSG_NOSIGNAL))
        if count < 0 && errno != EINTR { return false }
        sent += max(count, 0)
      }
      return true
    }
  }

  /// Everything that has arrived, without waiting.
  func receive() -> [Arrival] {
    let open = drain(line) { buffer.append(contentsOf: $0) }
    var arrivals: [Arrival] = []
    do {
      while let reply = try Frame.take(WorkerReply.self, from: &buffer) {
        arrivals.append(.reply(reply))
      }
    } catch {
      return arrivals + [.garbage(String(describing: error))]
    }
    return open ? arrivals : arrivals + [.end]
  }

  /// Takes what was written to the log, without waiting.
  func receiveLog() {
    _ = drain(logLine) { log.append($0) }
  }

  /// Kills the process with all that it started and waits for its end.
  @discardableResult
  func end() -> ChildExit {
    process.killSession()
    return process.wait()
  }

  /// Reads until nothing is there; false at the end of the stream.
  private func drain(_ descriptor: Int32, _ body: (ArraySlice<UInt8>) -> Void) -> Bool {
    var bytes = [UInt8](repeating: 0, count: Self.chunk)
    while true {
      let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
      if count > 0 { body(bytes[..<count]) }
      if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { return false }
      if count < 0 && errno == EAGAIN { return true }
    }
  }

  private static func pair() throws -> (ours: Int32, theirs: Int32) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw AssayError(
        .cannotWrite, where: "a new worker", found: String(cString: strerror(errno)),
        expected: "two free descriptors", remedy: "raise the limit (ulimit -n) or lower --jobs")
    }
    return (ends[0], ends[1])
  }
}
