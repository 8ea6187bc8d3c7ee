import Experiment
import Foundation

/// The manners of output.
enum StandardOutput {
  /// A reader that leaves early, as `head` does, and a file that may not grow end nothing by
  /// themselves: the write fails and is told, and a run whose reader has left goes on.
  static func outliveReadersAndLimits() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Writes text that may be long, part by part.
  /// - Throws: `AssayError` (cannot write), unless the reader has left.
  static func write(_ text: String) throws {
    // What was printed before comes first.
    fflush(nil)
    let code = put(text, to: STDOUT_FILENO)
    if code != 0 { throw failure(code) }
  }

  /// Writes text to a descriptor.
  /// - Returns: the error, or 0 when there was none or the reader has left.
  static func put(_ text: String, to descriptor: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno == EPIPE ? 0 : errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// Refuses to call a verb done whose text did not reach its file.
  /// - Throws: `AssayError` (cannot write), unless the reader has left.
  static func finish() throws {
    guard fflush(nil) != 0, errno != EPIPE else { return }
    throw failure(errno)
  }

  /// What is said of text that its place did not take.
  static func failure(_ code: Int32) -> AssayError {
    AssayError(
      .cannotWrite, where: "standard output", found: String(cString: strerror(code)),
      expected: "a place that takes the text", remedy: "free some disk space and run it again")
  }
}
