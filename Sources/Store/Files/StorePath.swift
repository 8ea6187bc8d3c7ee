import Experiment
import Foundation

/// Names of stores.
public enum StorePath {
  private static let mostLinks = 16

  /// The file that `path` names: what lies beside a store lies beside the file, not beside a link to it.
  /// - Throws: `AssayError` (bad input) when it is no name of a file, as nothing at all or an address that
  ///   SQLite reads in its own way.
  public static func resolved(_ path: String) throws -> String {
    guard !path.isEmpty, !path.hasPrefix(":"), !path.hasPrefix("file:"), !path.utf8.contains(0)
    else {
      throw AssayError(
        .badInput, where: "the store", found: "'\(path)'", expected: "the path of a file",
        remedy: "name one with --store, or leave it out for .assay/results.sqlite")
    }
    var file = path
    for _ in 0..<mostLinks {
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: file) else {
        return file
      }
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      file = target.hasPrefix("/") ? target : folder.appending(path: target).path
    }
    throw AssayError(
      .badInput, where: path, found: "a circle of symbolic links", expected: "the path of a file",
      remedy: "name the file itself")
  }
}
