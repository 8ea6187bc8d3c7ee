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

  /// Refuses to call a verb done whose text did not reach its file.
  /// - Throws: `AssayError` (cannot write), unless the reader has left.
  static func finish() throws {
    guard fflush(nil) != 0, errno != EPIPE else { return }
    throw AssayError(
      .cannotWrite, where: "standard output", found: String(cString: strerror(errno)),
      expected: "a place that takes the text", remedy: "free some disk space and run it again")
  }
}
