import Experiment
import Foundation

/// Where the folders for the files of a program that is tried come from.
public struct ScratchSource {
  /// An empty folder.
  let make: () throws -> URL
  /// Takes it away with all that is in it.
  let clear: (URL) -> Void

  /// Folders of `make`, each given to `clear` when its life is over.
  public init(make: @escaping () throws -> URL, clear: @escaping (URL) -> Void) {
    self.make = make
    self.clear = clear
  }

  /// Folders of the system's temporary folder.
  public static var temporary: ScratchSource {
    ScratchSource {
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "assay-check-\(ProcessInfo.processInfo.globallyUniqueString)",
        directoryHint: .isDirectory)
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      } catch {
        throw AssayError(
          .cannotWrite, where: folder.path, found: error.localizedDescription,
          expected: "a folder for the program's files",
          remedy: "set TMPDIR to one that can be written")
      }
      return folder
    } clear: {
      try? FileManager.default.removeItem(at: $0)
    }
  }
}
