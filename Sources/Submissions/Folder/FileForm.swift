import Experiment
import Foundation

/// The JSON of a submission's files.
enum FileForm {
  static func data(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value) + Data("\n".utf8)
  }

  static func read<Value: Decodable>(_ type: Value.Type, from url: URL) throws -> Value {
    guard let data = FileManager.default.contents(atPath: url.path) else {
      throw unreadable(url, found: "no such file")
    }
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch {
      throw unreadable(url, found: "not the JSON that 'assay submit' writes")
    }
  }

  private static func unreadable(_ url: URL, found: String) -> AssayError {
    AssayError(
      .badInput, where: url.path, found: found, expected: "a file of a submission",
      remedy: "`assay submit status` lists the submissions")
  }
}
