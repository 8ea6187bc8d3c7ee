import Experiment
import Foundation

/// The folder for files of one cell.
struct ScratchFolder {
  /// Where it lies.
  let url: URL
  private let isOurs: Bool

  /// The folder that was given, or a new one below the temporary folder.
  /// - Throws: `AssayError` (cannot write) when none can be made
  init(_ given: URL?) throws {
    if let given {
      (url, isOurs) = (given, false)
      return
    }
    let name = "assay-cell-\(ProcessInfo.processInfo.globallyUniqueString)"
    url = FileManager.default.temporaryDirectory.appending(path: name, directoryHint: .isDirectory)
    isOurs = true
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw AssayError(
        .cannotWrite, where: url.path, found: error.localizedDescription,
        expected: "a folder for the files of a cell",
        remedy: "free some space, or set TMPDIR to a folder that can be written")
    }
  }

  /// Removes it with all files, unless it was given.
  func remove() {
    if isOurs { try? FileManager.default.removeItem(at: url) }
  }
}
