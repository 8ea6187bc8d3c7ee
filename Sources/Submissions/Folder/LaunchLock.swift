import Experiment
import Foundation

/// Held while a submission is launched, so that no element is started twice by two programs at once.
final class LaunchLock {
  private let descriptor: Int32

  /// - Throws: `AssayError` (bad input) when another program holds it.
  init(_ folder: SubmissionFolder) throws {
    let path = folder.url.appending(path: "launches/lock").path
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno == EWOULDBLOCK ? "another program launches it" : "\(path) cannot be locked"
      if descriptor >= 0 { close(descriptor) }
      throw AssayError(
        .badInput, where: "submission \(folder.url.lastPathComponent)", found: reason,
        expected: "one launch at a time", remedy: "wait until it is done and look at its status")
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
