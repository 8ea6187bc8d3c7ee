import DataFormats
import Experiment
import Foundation

/// Files named by the SHA-256 of their content (`artifacts/ab/cdef…`), beside the database.
struct ArtifactFolder: Sendable {
  let folder: URL

  init(besides database: String) {
    folder = URL(fileURLWithPath: database).deletingLastPathComponent()
      .appending(path: "artifacts")
  }

  func url(_ hash: String) -> URL {
    folder.appending(path: "\(hash.prefix(2))/\(hash.dropFirst(2))")
  }

  /// Keeps `data` and returns its name; a file that is there already is not written again.
  func keep(_ data: Data) throws -> String {
    let hash = ContentHash.sha256(of: data)
    let place = url(hash)
    if FileManager.default.fileExists(atPath: place.path) { return hash }
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try AtomicFile.write(data, to: place)
    } catch {
      throw StoreFailure.cannotWrite(place.path, found: "\(error)")
    }
    return hash
  }

  /// What is wrong with the file, as in `is missing`, or nil.
  func fault(_ hash: String) -> String? {
    guard let data = FileManager.default.contents(atPath: url(hash).path) else {
      return "is missing"
    }
    return ContentHash.sha256(of: data) == hash ? nil : "was changed"
  }

  /// Removes the file, if there is one.
  func remove(_ hash: String) {
    try? FileManager.default.removeItem(at: url(hash))
  }

  func content(_ hash: String) throws -> Data {
    let place = url(hash)
    guard let data = FileManager.default.contents(atPath: place.path) else {
      throw AssayError(
        .storeDamaged, where: place.path, found: "the artifact is missing",
        expected: "the file that the store names",
        remedy: "restore the artifacts folder beside the store, or run the cell with --force")
    }
    return data
  }

  /// The hashes of all files, sorted.
  func hashes() -> [String] {
    let manager = FileManager.default
    let folders = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    return folders.sorted().flatMap { name in
      ((try? manager.contentsOfDirectory(atPath: folder.appending(path: name).path)) ?? [])
        .sorted().map { name + $0 }
    }
  }
}
