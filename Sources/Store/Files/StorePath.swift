import DataFormats
import Experiment

/// Names of stores.
public enum StorePath {
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
    if let file = SymbolicLinks.target(of: path) { return file }
    throw AssayError(
      .badInput, where: path, found: "a circle of symbolic links", expected: "the path of a file",
      remedy: "name the file itself")
  }
}
