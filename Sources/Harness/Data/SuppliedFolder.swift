import Experiment
import Foundation

/// Finds real data that a suite ships or a package of the system installed.
struct SuppliedFolder {
  let dataset: any SuppliedDataset
  /// The folder of suites.
  let suites: URL
  /// Where the hash of a folder is remembered.
  let cache: URL

  /// Where they lie and what they hold.
  /// - Throws: `AssayError` (unmet requirement) with what to do when they are not there.
  func location() throws -> DataLocation {
    switch dataset.supply {
    case .shipped(let path):
      let folder = suites.appending(path: path, directoryHint: .isDirectory).absoluteURL
      guard ImportedFolder(folder: folder, cache: cache).exists else {
        throw missing(
          "no folder \(folder.path)",
          remedy: "restore it, or give --suites-folder the suites' folder")
      }
      return try ImportedFolder(folder: folder, cache: cache, origin: .shipped).location()
    case .installed(let paths, let files, let remedy):
      let folders = paths.map(Self.folder)
      guard let folder = folders.first(where: { absent(of: files, in: $0) == nil }) else {
        let file = folders.first.flatMap { absent(of: files, in: $0) } ?? ""
        throw missing(
          "no file '\(file)' in \(paths.joined(separator: " or "))", remedy: remedy)
      }
      return try ImportedFolder(folder: folder, cache: cache, origin: .installed).location()
    case .own(let remedy): throw missing("no imported copy of it", remedy: remedy)
    }
  }

  private static func folder(_ path: String) -> URL {
    guard path.hasPrefix("~/") else { return URL(filePath: path, directoryHint: .isDirectory) }
    return FileManager.default.homeDirectoryForCurrentUser
      .appending(path: String(path.dropFirst(2)), directoryHint: .isDirectory)
  }

  /// The first of `files` that is not in `folder`.
  private func absent(of files: [String], in folder: URL) -> String? {
    files.first { !FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
  }

  private func missing(_ found: String, remedy: String) -> AssayError {
    AssayError(
      .unmetRequirement, where: "data \(dataset.identifier)", found: found,
      expected: "real data, which no simulator makes", remedy: remedy)
  }
}
