import Experiment
import Foundation

/// The text of an input file.
enum FileText {
  static func read(_ file: URL, kind: String) throws -> String {
    do {
      return try String(contentsOf: file, encoding: .utf8)
    } catch {
      let exists = FileManager.default.fileExists(atPath: file.path)
      throw AssayError(
        .badInput, where: name(of: file),
        found: exists ? "a \(kind) that cannot be read" : "no such file",
        expected: "a readable \(kind) in UTF-8",
        remedy: exists ? "check its permissions and its encoding" : "correct the path")
    }
  }

  /// The path as errors show it: relative to the working directory where it lies below.
  static func name(of file: URL) -> String {
    let path = file.standardizedFileURL.path
    let folder = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }
}
