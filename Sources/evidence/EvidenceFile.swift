import DataFormats
import Foundation

/// A file of evidence, which programs read: a list of entries as JSON.
enum EvidenceFile {
  /// Writes `entries` to `path`, with the folders that it needs.
  static func write(_ entries: some Encodable, to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try AtomicFile.write(try encoder.encode(entries) + Data("\n".utf8), to: url)
  }
}
