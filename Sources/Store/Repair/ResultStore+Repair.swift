import Experiment
import Foundation

extension ResultStore {
  /// Mends the store at `path` as far as it can be mended; needs no open store.
  ///
  /// What was damaged is kept beside it first (`<name>.damaged-<n>`). A log that a killed run left is
  /// brought into the file, indices are made anew, and from damaged pages everything that can be read is
  /// brought into a new file that takes the old one's place in one step. An attempt of which something
  /// is lost is marked cancelled, so that its cell runs again; no number is kept that is not the one
  /// that was recorded.
  /// - Returns: Everything that was done.
  /// - Throws: `AssayError` when there is no store, it is foreign or newer (`storeDamaged`), a run is
  ///   using it, or the disk cannot be written (`cannotWrite`).
  public static func repair(path: String) throws -> RepairReport {
    let path = try StorePath.resolved(path)
    guard let header = try StoreHeader(path: path) else {
      throw AssayError(
        .badInput, where: path, found: "there is no store", expected: "a store to repair",
        remedy: "name the store with --store")
    }
    try header.checkOwner(path: path)
    let lock = try StoreLock.acquireNow(path: path, holder: "a repair of process \(getpid())")
    return try withExtendedLifetime(lock) {
      try StoreRepair(path, on: FileSystemKind(of: path)).run()
    }
  }
}
