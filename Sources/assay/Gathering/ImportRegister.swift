import DataFormats
import Experiment
import Foundation

/// The official downloads that `assay data import` has checked, by benchmark.
struct ImportRegister {
  /// The benchmark that may come as archives and holds several datasets.
  static let cfdbench = "cfdbench"

  private let file: URL

  init(in dataFolder: URL) {
    file = dataFolder.appending(path: "imported.json")
  }

  /// The folders by benchmark.
  func folders() throws -> [String: URL] {
    try entries().mapValues { URL(filePath: $0, directoryHint: .isDirectory) }
  }

  /// Remembers that `benchmark` lies in `folder`.
  func add(_ benchmark: String, at folder: URL) throws {
    var entries = FileManager.default.fileExists(atPath: file.path) ? try entries() : [:]
    entries[benchmark] = folder.standardizedFileURL.path
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try AtomicFile.write(try encoder.encode(entries), to: file)
  }

  private func entries() throws -> [String: String] {
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw AssayError(
        .badInput, where: "--data imported", found: "no imported data",
        expected: "a registered download",
        remedy: "register one with 'assay data import cfdbench FOLDER'")
    }
    do {
      return try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
    } catch {
      throw AssayError(
        .badInput, where: file.path, found: "text that is no list of folders",
        expected: "a JSON object of benchmark and folder",
        remedy: "delete the file and import again; the data themselves are untouched")
    }
  }
}
