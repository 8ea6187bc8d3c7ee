import DataFormats
import Experiment
import Foundation

/// A user's own copy of a benchmark's data. Its hash is remembered under the cache folder together
/// with sizes and times of change, so that gigabytes are not read at every run.
public struct ImportedFolder {
  private struct Memory: Codable, Equatable {
    var files: [File]
    var contentHash: String
  }

  private struct File: Codable, Equatable {
    let path: String
    let size: Int
    let changed: Int
  }

  let folder: URL
  let cache: URL
  let origin: DataLocation.Origin

  /// The copy in `folder`, whose hash is remembered in `cache`.
  public init(folder: URL, cache: URL) {
    self.init(folder: folder, cache: cache, origin: .imported)
  }

  /// As above, for data that came by another way.
  init(folder: URL, cache: URL, origin: DataLocation.Origin) {
    self.folder = folder
    self.cache = cache
    self.origin = origin
  }

  /// Whether there is such a folder.
  var exists: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// Where it lies and what it holds.
  /// - Throws: `AssayError` when it cannot be read or is empty.
  public func location() throws -> DataLocation {
    let files = list()
    guard !files.isEmpty else {
      throw AssayError(
        .badInput, where: folder.path, found: "no files", expected: "the benchmark's data",
        remedy: "give the folder that holds the unpacked download")
    }
    let memory = cache.appending(
      path: "imported-\(ContentHash.sha256(of: Data(folder.path.utf8)).prefix(16)).json")
    let known = FileManager.default.contents(atPath: memory.path)
      .flatMap { try? JSONDecoder().decode(Memory.self, from: $0) }
    if let known, known.files == files { return location(known.contentHash) }
    let hash = try Manifest(of: folder).contentHash
    let data = try JSONEncoder().encode(Memory(files: files, contentHash: hash))
    try AtomicFile.write(data, to: memory)
    return location(hash)
  }

  private func location(_ hash: String) -> DataLocation {
    DataLocation(folder: folder, origin: origin, contentHash: hash)
  }

  /// All files, sorted by path.
  private func list() -> [File] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? []).sorted().compactMap { path in
      var status = stat()
      guard stat(folder.appending(path: path).path, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { return nil }
      let changed = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
      return File(path: path, size: Int(status.st_size), changed: changed)
    }
  }
}
