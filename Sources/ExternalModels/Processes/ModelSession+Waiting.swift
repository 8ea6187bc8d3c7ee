import Experiment
import Foundation

extension ModelSession {
  /// What can be done without waiting.
  struct Readiness {
    var isReadable = false
    var isWritable = false
    /// The program has ended, and nothing of it is left to be read.
    var hasEnded = false
  }

  /// How long a program that has ended, while something it started keeps its streams open, goes unnoticed.
  private static let tickMilliseconds: Int32 = 100
  private static let logChunk = 1 << 16

  /// Waits until the output can be read or, when asked for, the input be written; what the program writes to
  /// its log meanwhile goes to ours.
  /// - Throws: `ModelFailure` (timed out) at the deadline
  func wait(forWriting: Bool, until deadline: ContinuousClock.Instant) throws -> Readiness {
    while true {
      var descriptors = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
        pollfd(fd: forWriting ? input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let left = (deadline - .now) / .milliseconds(1)
      let patience = Int32(max(0, min(left.rounded(.up), Double(Self.tickMilliseconds))))
      let count = poll(&descriptors, nfds_t(descriptors.count), patience)
      if count > 0, descriptors[1].revents != 0 { forwardLog() }
      if count > 0, descriptors[0].revents != 0 || descriptors[2].revents != 0 {
        return Readiness(
          isReadable: descriptors[0].revents != 0, isWritable: descriptors[2].revents != 0)
      }
      if count == 0, hasEnded { return Readiness(hasEnded: true) }
      if left <= 0 { throw overdue() }
    }
  }

  /// Hands on what is in the log's pipe.
  func forwardLog() {
    guard errors >= 0 else { return }
    // No loop until it is empty: a program may write faster than we read, for ever.
    var bytes = [UInt8](repeating: 0, count: Self.logChunk)
    let count = Glibc.read(errors, &bytes, bytes.count)
    if count > 0 { tell(bytes[..<count]) }
    if count == 0 {
      close(errors)
      errors = -1
    }
  }

  /// Writes to our standard error, which is the cell's log, and remembers the end.
  func tell(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { bytes in
      log.append(bytes)
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        let count = write(STDERR_FILENO, rest.baseAddress, rest.count)
        if count < 0 && errno != EINTR && errno != EAGAIN { return }
        written += max(count, 0)
      }
    }
  }

  private func overdue() -> ModelFailure {
    failure(
      .timedOut,
      "the program gave no whole answer to '\(question)' in the time that it had"
        + log.ending)
  }
}
