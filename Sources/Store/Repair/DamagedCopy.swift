import Experiment
import Foundation

/// A database file and what lies beside it, kept as they were under another name.
struct DamagedCopy {
  private static let suffixes = ["", "-wal", "-shm", "-journal"]
  /// The copy of the database file.
  let path: String

  /// Copies the files of the store at `store` to `<store>.damaged-<n>`, n the first that is free.
  init(of store: String) throws {
    let manager = FileManager.default
    var number = 1
    while manager.fileExists(atPath: "\(store).damaged-\(number)") { number += 1 }
    path = "\(store).damaged-\(number)"
    do {
      for suffix in Self.suffixes where manager.fileExists(atPath: store + suffix) {
        try manager.copyItem(atPath: store + suffix, toPath: path + suffix)
      }
    } catch {
      remove()
      throw StoreFailure.cannotWrite(path, found: error.localizedDescription)
    }
  }

  /// Whether there is a copy of the store at `store`, of this repair or an earlier one.
  static func exists(besides store: String) -> Bool {
    let url = URL(fileURLWithPath: store)
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains { $0.hasPrefix("\(url.lastPathComponent).damaged-") }
  }

  /// Removes the copy.
  func remove() {
    for suffix in Self.suffixes { try? FileManager.default.removeItem(atPath: path + suffix) }
  }
}
