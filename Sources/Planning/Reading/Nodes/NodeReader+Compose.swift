import Experiment
import Yams

extension NodeReader {
  /// The one YAML document in `text`.
  /// - Throws: `SuiteFileErrors` with the place where the text stops being YAML or becomes too much.
  static func compose(_ text: String, file: String) throws -> Node {
    try YAMLCensus.check(text, file: file)
    do {
      if let root = try Yams.compose(yaml: text) { return root }
      throw mistake(file, "1:1", found: "an empty file", remedy: "write the file")
    } catch let error as YamlError {
      throw mistake(error, file: file)
    }
  }

  private static func mistake(_ error: YamlError, file: String) -> SuiteFileErrors {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      mistake(file, "\(mark)", found: problem, remedy: "correct the indentation or the punctuation")
    case .duplicatedKeysInMapping(let keys, let context):
      mistake(
        file, "\(context.mark)",
        found: "a mapping with the key '\(keys.sorted().joined(separator: "', '"))' twice",
        expected: "every key once", remedy: "remove one of them")
    case .reader(let problem, _, _, _):
      mistake(file, "1:1", found: problem, remedy: "save the file as UTF-8")
    default:
      mistake(file, "1:1", found: "\(error)", remedy: "correct the file")
    }
  }

  private static func mistake(
    _ file: String, _ place: String, found: String, expected: String = "one YAML document",
    remedy: String
  ) -> SuiteFileErrors {
    SuiteFileErrors([
      AssayError(
        .badInput, where: "\(file):\(place)", found: found, expected: expected, remedy: remedy)
    ])
  }
}
