import Experiment
import Foundation

/// Reads `suite.yaml` and checks it twice: its form (keys and types) and its meaning (names).
public enum SuiteFile {
  /// The suite in `file`; its id must be the name of the folder.
  /// - Throws: `SuiteFileErrors` with every mistake, or `AssayError` when the file cannot be read.
  public static func load(_ file: URL, catalogue: Catalogue) throws -> Suite {
    try load(
      text: try FileText.read(file, kind: "suite file"), name: FileText.name(of: file),
      catalogue: catalogue,
      folder: file.standardizedFileURL.deletingLastPathComponent())
  }

  /// The suite in `text`, which errors call `name`.
  /// - Throws: `SuiteFileErrors` with every mistake.
  public static func load(text: String, name: String, catalogue: Catalogue) throws -> Suite {
    try load(text: text, name: name, catalogue: catalogue, folder: nil)
  }

  /// The text in the `bytes` of a file, which errors call `name`.
  /// - Throws: `AssayError` when they are too many or no UTF-8.
  public static func text(of bytes: Data, name: String) throws -> String {
    try FileText.text(of: bytes, name: name, kind: "suite file")
  }

  private static func load(
    text: String, name: String, catalogue: Catalogue, folder: URL?
  ) throws -> Suite {
    var reader = SuiteReader(file: name, catalogue: catalogue, folder: folder)
    let suite = reader.suite(
      try NodeReader.compose(text, file: name), expectedID: folder?.lastPathComponent)
    try reader.nodes.throwMistakes()
    return suite
  }
}
