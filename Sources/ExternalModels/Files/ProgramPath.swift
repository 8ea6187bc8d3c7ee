import Experiment
import Foundation

/// Finds programs as a shell does.
enum ProgramPath {
  /// Where a shell looks when it is told nothing.
  private static let usual = "/usr/local/bin:/usr/bin:/bin"

  /// The folders in which programs are looked up, separated by colons.
  static var searchPath: String { ProcessInfo.processInfo.environment["PATH"] ?? usual }

  /// The path of `name`: with a slash, below `folder` unless absolute; otherwise the first in PATH.
  /// - Throws: `AssayError` (bad input) when there is none that can be executed.
  static func find(_ name: String, from folder: URL) throws -> String {
    if name.contains("/") {
      let path = name.hasPrefix("/") ? name : folder.appending(path: name).standardizedFileURL.path
      guard isProgram(path) else {
        throw missing(name, found: "'\(path)' is no program that can be executed")
      }
      return path
    }
    for place in searchPath.split(separator: ":") {
      let path = URL(filePath: String(place)).appending(path: name).path
      if isProgram(path) { return path }
    }
    throw missing(name, found: "no program '\(name)' in PATH")
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue && access(path, X_OK) == 0
  }

  private static func missing(_ name: String, found: String) -> AssayError {
    AssayError(
      .badInput, where: "the command of an external model", found: found,
      expected: "a program that is installed, or the path of one from the model file's folder",
      remedy: "install it, activate its environment, or correct the command")
  }
}
