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

  /// The folders of the problems, by the names by which datasets ask for them; a problem that the
  /// download lacks has a folder that does not exist, so that it is refused and not generated.
  /// - Throws: `AssayError` (bad input) that tells all mistakes of the download.
  func requireSound() throws -> [String: URL] {
    let found = try CFDBenchImport.problems(in: folder)
    for (problem, cases) in found.sorted(by: { $0.value.path < $1.value.path }) {
      let mark = try mark(of: cases)
      if FileManager.default.fileExists(atPath: mark.path) { continue }
      try CFDBenchImport.check(folder, problems: [problem]).requireNoProblems()
      try AtomicFile.write(Data(), to: mark)
    }
    let root = found.values.first?.deletingLastPathComponent() ?? folder
    return Dictionary(
      uniqueKeysWithValues: FlowProblem.allCases.map {
        (CFDBenchImport.benchmark(of: $0), found[$0] ?? root.appending(path: $0.rawValue))
      })
  }

  /// Remembers a copy that has just been checked.
  func remember() throws {
    for cases in try CFDBenchImport.problems(in: folder).values {
      try AtomicFile.write(Data(), to: mark(of: cases))
    }
  }

  /// A problem's folder alone: what else lies beside it is neither hashed nor read.
  private func mark(of cases: URL) throws -> URL {
    let content = try ImportedFolder(folder: cases, cache: memory).location().contentHash
    return memory.appending(path: "sound-\(content.prefix(16))")
  }
}
