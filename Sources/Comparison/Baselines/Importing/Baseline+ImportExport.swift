import Experiment
import Foundation

extension Baseline {
  /// Makes a baseline of another run's export, the JSON Lines that `ResultFrame.writeJSONLines`
  /// writes. Values of single samples and resources are not in an export, so the baseline has none.
  /// - Throws: `AssayError` (bad input) with file and line when a line is malformed, of an unknown
  ///   kind or state, or there twice; and what `save` throws.
  @discardableResult
  public static func importExport(
    _ file: URL, id: String, profile: Profile, in root: URL
  ) throws -> Baseline {
    guard let data = try? Data(contentsOf: file) else {
      throw AssayError(
        .badInput, where: file.relativePath, found: "no readable file",
        expected: "an export in JSON Lines", remedy: "check the path")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw AssayError(
        .badInput, where: file.relativePath, found: "bytes that are no UTF-8",
        expected: "an export in JSON Lines", remedy: "export the run again")
    }
    let frame = try ExportReading.frame(of: text, file: file.relativePath)
    return try save(frame, id: id, profile: profile, in: root)
  }
}
