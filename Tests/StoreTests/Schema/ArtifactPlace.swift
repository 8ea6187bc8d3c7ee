import DataFormats
import Foundation

/// Where a store keeps a file of some content.
enum ArtifactPlace {
  static func url(_ data: Data, besides folder: StoreFolder) -> URL {
    let hash = ContentHash.sha256(of: data)
    return folder.url.appending(path: "artifacts/\(hash.prefix(2))/\(hash.dropFirst(2))")
  }

  static func write(_ data: Data, besides folder: StoreFolder) throws {
    let place = url(data, besides: folder)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: place)
  }

  /// All files of the store.
  static func all(_ folder: StoreFolder) -> [URL] {
    let root = folder.url.appending(path: "artifacts")
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return names.filter { $0.count > 10 }.sorted().map { root.appending(path: $0) }
  }
}
