import CProcess
import Experiment
import ExternalModels
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
  /// What one look takes off a line at most: a worker that writes without end must not hold us.
  private static let mostChunks = 64
  private static let mostDescriptors: UInt64 = 8192
  let process: ChildProcess
  let line: Int32
  let logLine: Int32
  /// Whether it has said hello.
  var isReady = false
  /// Whether it has answered a request.
  var hasServed = false
  var log = LogBuffer()
  private let mark: String
  private var logIsOpen = true
  private var fileLimit = UInt64.max
  private var buffer = Data()

  /// Starts a worker with `threads` BLAS threads on the cores of `place`.
  init(_ program: WorkerProgram, threads: Int, place: Processors) throws {
    let mark = UUID().uuidString
    let line = try Self.pair()
    let logLine = try Self.pair()
    defer { for end in [line.theirs, logLine.theirs] { close(end) } }
    process = try ChildProcess(
      executable: program.executable.path, arguments: program.arguments,
      environment: program.environment(threads: threads, mark: mark), input: line.theirs,
      output: line.theirs, errors: logLine.theirs)
    self.mark = "\(WorkerProgram.markName)=\(mark)"
    place.pin(process.identifier)
    _ = assay_limit_core_dump(process.identifier, 0)
    _ = assay_limit_descriptors(process.identifier, Self.mostDescriptors)
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
    logIsOpen = drain(logLine) { log.append($0) } && logIsOpen
  }

  /// Whether a cell closed its log or left its folder, which the next cell would find so.
  var isStrange: Bool {
    !logIsOpen || Self.folder(of: "\(process.identifier)") != Self.folder(of: "self")
  }

  private static func folder(of process: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd")
  }

  /// Lets it and what it starts from now on write no larger files.
  func limitFiles(toMebibytes limit: Double) {
    let bytes = limit.isFinite ? UInt64(limit) << 20 : UInt64.max
    guard bytes != fileLimit else { return }
    fileLimit = bytes
    _ = assay_limit_file_size(process.identifier, bytes)
  }

  /// Whether it ends by itself in that time: a line is closed a moment before the death is complete.
  func hasEnded(withinSeconds limit: Double) -> Bool {
    let start = ContinuousClock.now
    while ProcessState(of: process.identifier)?.isZombie == false {
      if start.secondsUntilNow > limit { return false }
      usleep(500)
    }
    return true
  }

  /// Kills the process with all that it started and waits for its end.
  /// - Parameter family: what it is known to have started, besides what can be found now
  /// - Returns: how it ended, and the processor time of its whole life
  @discardableResult
  func end(family: Set<pid_t> = []) -> (exit: ProcessEnd, use: rusage) {
    let killed = process.killSession()
    let end = process.waitWithUse()
    ProcessSession.killOrphans(of: family.union(killed), mark: mark)
    return end
  }

  /// Reads what is there; false at the end of the stream.
  private func drain(_ descriptor: Int32, _ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: Self.chunk, alignment: 16) { bytes in
      for _ in 0..<Self.mostChunks {
        let count = recv(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT))
        if count > 0 { body(UnsafeRawBufferPointer(rebasing: bytes[..<count])) }
        if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { return false }
        // A line that gave less than there was room for is empty.
        if (count < 0 && errno == EAGAIN) || count < bytes.count { return true }
      }
      return true
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
