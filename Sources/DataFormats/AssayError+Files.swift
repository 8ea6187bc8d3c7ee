import Experiment
import Foundation

extension AssayError {
  /// A file that is not what it should be.
  static func badFile(
    _ file: String, found: String, expected: String, remedy: String
  ) -> AssayError {
    AssayError(.badInput, where: file, found: found, expected: expected, remedy: remedy)
  }

  /// A file that the system does not let us read.
  static func unreadable(_ url: URL, _ reason: String) -> AssayError {
    AssayError(
      .badInput, where: url.path, found: "cannot be read: \(reason)", expected: "a readable file",
      remedy: "check the path and its permissions")
  }

  /// A file that the system does not let us write.
  static func unwritable(_ url: URL, _ reason: String) -> AssayError {
    AssayError(
      .cannotWrite, where: url.path, found: "cannot be written: \(reason)",
      expected: "a writable folder with free space",
      remedy: "free some space or choose another folder")
  }
}
