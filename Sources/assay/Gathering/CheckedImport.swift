import DataFormats
import Experiment
import Foundation
import Harness
import Tasks

/// A user's own download, which is read through before any cell runs: one clear refusal instead of
/// as many failed cells. Reading gigabytes takes long, so a sound copy is remembered by its content.
struct CheckedImport {
  /// The download.
  let folder: URL
  /// The folder of data, where sound copies are remembered.
  let memory: URL

  /// The folder of cases, for the harness.
  /// - Throws: `AssayError` (bad input) that tells all mistakes of the download.
  func requireSound() throws -> URL {
    let cases = try casesFolder()
    let mark = try mark(of: cases)
    if !FileManager.default.fileExists(atPath: mark.path) {
      try CFDBenchImport.check(folder).requireNoProblems()
      try AtomicFile.write(Data(), to: mark)
    }
    return cases
  }

  /// Remembers a copy that has just been checked.
  func remember() throws {
    try AtomicFile.write(Data(), to: mark(of: casesFolder()))
  }

  /// The benchmark's problem alone: what else lies beside it is neither hashed nor read.
  private func casesFolder() throws -> URL {
    try CFDBenchReader(folder: folder).root.appending(
      path: "cavity", directoryHint: .isDirectory)
  }

  private func mark(of cases: URL) throws -> URL {
    let content = try ImportedFolder(folder: cases, cache: memory).location().contentHash
    return memory.appending(path: "sound-\(content.prefix(16))")
  }
}
