import Experiment
import Foundation

/// Text at the end of a file that others write to as well, as a step summary.
enum AppendedText {
  /// Appends `text` to the file, which is made when it is not there.
  /// - Throws: `AssayError` (cannot write).
  static func append(_ text: String, to url: URL) throws {
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw unwritable(url, String(cString: strerror(errno))) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: Data(text.utf8))
    } catch {
      throw unwritable(url, error.localizedDescription)
    }
  }

  private static func unwritable(_ url: URL, _ reason: String) -> AssayError {
    AssayError(
      .cannotWrite, where: url.path, found: reason, expected: "a file that can be written",
      remedy: "choose another file")
  }
}
