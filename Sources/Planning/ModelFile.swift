import Experiment
import Foundation

/// Reads a user's model file, as in `assay run cfdbench --model my.yaml`: one entry of a suite's
/// `models:` with `schema: 1`, resolved for every profile.
public enum ModelFile {
  /// The model in `file`.
  /// - Throws: `SuiteFileErrors` with every mistake, or `AssayError` when the file cannot be read.
  public static func load(_ file: URL, catalogue: Catalogue) throws -> SuiteModel {
    try load(
      text: try FileText.read(file, kind: "model file"), name: FileText.name(of: file),
      catalogue: catalogue, folder: file.standardizedFileURL.deletingLastPathComponent())
  }

  /// The model in `text`, which errors call `name`.
  /// - Throws: `SuiteFileErrors` with every mistake.
  public static func load(text: String, name: String, catalogue: Catalogue) throws -> SuiteModel {
    try load(text: text, name: name, catalogue: catalogue, folder: nil)
  }

  private static func load(
    text: String, name: String, catalogue: Catalogue, folder: URL?
  ) throws -> SuiteModel {
    var reader = SuiteReader(file: name, catalogue: catalogue, folder: folder)
    let root = try NodeReader.compose(text, file: name)
    let fields = reader.nodes.fields(of: root, form: SuiteForm.modelFile)
    reader.checkSchema(fields)
    let model = reader.model(fields, declared: Profile.allCases)
    try reader.nodes.throwMistakes()
    return model
  }
}
