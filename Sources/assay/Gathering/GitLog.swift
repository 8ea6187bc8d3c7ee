import Comparison
import Experiment
import Foundation

/// The versions of a file that version control keeps.
struct GitLog {
  /// The file, from the folder in which `assay` was started.
  let file: String

  /// Every commit that changed the file, oldest first, with its text.
  /// - Throws: `AssayError` (bad input) where there is no repository or no commit of the file.
  func commits() throws -> [BaselineHistory.Commit] {
    let lines = try git(["log", "--reverse", "--format=%H %cI", "--", file])
      .split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    guard !lines.isEmpty else { throw unknown("no commit of it") }
    return try lines.compactMap { line in
      guard line.count == 2 else { return nil }
      return BaselineHistory.Commit(
        id: line[0], date: line[1], measurements: try git(["show", "\(line[0]):./\(file)"]))
    }
  }

  private func git(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "--no-optional-locks"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw unknown("git cannot be started") }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw unknown("git cannot tell") }
    return String(decoding: data, as: UTF8.self)
  }

  private func unknown(_ found: String) -> AssayError {
    AssayError(
      .badInput, where: file, found: found, expected: "a file under version control",
      remedy: "start assay in a clone of the repository, and commit the baseline")
  }
}
