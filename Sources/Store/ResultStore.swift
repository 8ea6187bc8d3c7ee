import Experiment
import Foundation
import GRDB

/// The results of all runs in one SQLite file, with large files beside it.
///
/// The tables and views are described in `docs/store.md`. A cell is one key (everything that can
/// change its numbers); it has attempts, and the outcome of the last finished one is its state.
/// Damage, a foreign file or a newer schema are thrown as `AssayError` and leave the file as it is.
public final class ResultStore: Sendable {
  /// What the store is opened for.
  public enum Access: Sendable {
    /// Running cells; the file and its folder are made when there are none.
    case readWrite
    /// Questions only; nothing is written, and another process may be running cells.
    case readOnly
  }

  /// The file.
  public let path: String
  let database: DatabaseQueue
  let artifacts: ArtifactFolder

  /// Opens the store at `path`.
  /// - Throws: `AssayError`: damaged, foreign, newer (`storeDamaged`), a folder that cannot be
  ///   written (`cannotWrite`), or no file to read (`badInput`).
  public init(path: String, access: Access) throws {
    self.path = path
    artifacts = ArtifactFolder(besides: path)
    if access == .readWrite { try Self.makeFolder(of: path) }
    database = try FolderGate.through(path) {
      let header = try StoreHeader(path: path)
      try header?.check(path: path)
      return try StoreFailure.translating(path) {
        switch access {
        case .readOnly: try Self.openForReading(path, exists: header != nil)
        case .readWrite: try Self.openForWriting(path, exists: header != nil)
        }
      }
    }
  }

  private static func openForReading(_ path: String, exists: Bool) throws -> DatabaseQueue {
    guard exists else { throw nothingStored(path) }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(secondsToWaitForOthers)
    let database = try DatabaseQueue(
      path: isFrozen(path) ? frozenAddress(path) : path, configuration: configuration)
    try database.read { db in
      try checkVersion(db, path: path)
      // A run whose disk was full in its first moment leaves our mark and no tables.
      if try !db.tableExists("run") { throw nothingStored(path) }
    }
    return database
  }

  private static func nothingStored(_ path: String) -> AssayError {
    AssayError(
      .badInput, where: path, found: "there is no store", expected: "the results of a run",
      remedy: "run `assay run` first, or name the store with --store")
  }

  /// Whether nobody can be writing: write-ahead logging needs files beside the store, and SQLite
  /// refuses to read where it cannot make them unless told that the file is immutable.
  private static func isFrozen(_ path: String) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return !FileManager.default.isWritableFile(atPath: folder)
      && !FileManager.default.fileExists(atPath: path + "-wal")
  }

  private static func frozenAddress(_ path: String) -> String {
    URL(fileURLWithPath: path).absoluteString + "?immutable=1"
  }

  private static func openForWriting(_ path: String, exists: Bool) throws -> DatabaseQueue {
    if !exists { try create(path) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(secondsToWaitForOthers)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try database.read { try checkVersion($0, path: path) }
    try Schema.migrator().migrate(database)
    return database
  }

  private static func makeFolder(of path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw StoreFailure.cannotWrite(folder.path, found: error.localizedDescription)
    }
  }

  /// Makes the file with our mark in its header before it turns to write-ahead logging, so that even
  /// a run killed in its first moment leaves a file that is recognised.
  private static func create(_ path: String) throws {
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationIdentifier)")
    }
    try Schema.migrator().migrate(database)
    // Set once, kept by the file. GRDB's own setting would write to the file at every opening.
    try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try database.close()
  }

  private static func checkVersion(_ db: Database, path: String) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    try StoreHeader.checkVersion(version, path: path)
  }

  private static let secondsToWaitForOthers = 10.0

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreFailure.translating(path) { try database.read(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreFailure.translating(path) { try database.write(body) }
  }
}
