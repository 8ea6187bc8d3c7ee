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
  /// Where the file lies, which decides how it is written safely.
  public let fileSystem: FileSystemKind
  let database: DatabaseQueue
  let artifacts: ArtifactFolder
  /// The file that was opened, told apart from one that later takes its name.
  let identity: FileIdentity?

  /// Opens the store at `path`.
  ///
  /// For writing, an older form is migrated in place, in one transaction. For reading, an older form is
  /// copied into memory and migrated there; the file stays as it is, and what an older program adds to
  /// it later is not seen.
  /// - Parameters:
  ///   - path: The file.
  ///   - access: What for.
  ///   - fileSystem: Where the file lies; asked of the kernel when nil.
  /// - Throws: `AssayError`: damaged, foreign, newer (`storeDamaged`), a folder that cannot be
  ///   written or a form that is not safe there (`cannotWrite`), or no file to read (`badInput`).
  public init(path: String, access: Access, fileSystem: FileSystemKind? = nil) throws {
    let path = try StorePath.resolved(path)
    self.path = path
    artifacts = ArtifactFolder(besides: path)
    if access == .readWrite { try Self.makeFolder(of: path) }
    let place = fileSystem ?? FileSystemKind(of: path)
    self.fileSystem = place
    database = try FolderGate.through(path) {
      let header = try StoreHeader(path: path)
      try header?.check(path: path)
      try LogCheck.refuseDamage(of: path)
      return try StoreFailure.translating(path) {
        switch access {
        case .readOnly: try Self.openForReading(path, header, place)
        case .readWrite: try Self.openForWriting(path, header, place)
        }
      }
    }
    identity = FileIdentity(of: path)
  }

  private static func openForReading(
    _ path: String, _ header: StoreHeader?, _ place: FileSystemKind
  ) throws -> DatabaseQueue {
    guard let header else { throw nothingStored(path) }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(secondsToWaitForOthers)
    let isFrozen = isFrozen(path) || place.isNetwork && header.hasWriteAheadLog && !hasLog(path)
    let database = try DatabaseQueue(
      path: isFrozen ? frozenAddress(path) : path, configuration: configuration)
    let version = try database.read { db in
      let version = try checkedVersion(db, path: path)
      // A run whose disk was full in its first moment leaves our mark and no tables.
      if try !db.tableExists("run") { throw nothingStored(path) }
      return version
    }
    guard version < Schema.version else { return database }
    let copy = try DatabaseQueue()
    try database.backup(to: copy)
    try Schema.migrator().migrate(copy)
    return copy
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

  /// Whether a write-ahead log beside the file may hold what the file lacks.
  private static func hasLog(_ path: String) -> Bool {
    let facts = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    return (facts?[.size] as? Int ?? 0) > 0
  }

  private static func frozenAddress(_ path: String) -> String {
    URL(fileURLWithPath: path).absoluteString + "?immutable=1"
  }

  private static func openForWriting(
    _ path: String, _ header: StoreHeader?, _ place: FileSystemKind
  ) throws -> DatabaseQueue {
    try place.refuseWriteAheadLog(header, path: path)
    if try header.map({ try isUnfinished($0, path) }) ?? true { try create(path, on: place) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(secondsToWaitForOthers)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      if place.isNetwork {
        // One connection keeps the lock: others are refused instead of misled.
        try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        try db.execute(sql: "PRAGMA journal_mode = TRUNCATE")
      }
    }
    let database = try DatabaseQueue(path: path, configuration: configuration)
    let version = try database.read { try checkedVersion($0, path: path) }
    if (1..<Schema.version).contains(version) {
      try refuse(try database.read { try damage($0) }, path: path)
    }
    try Schema.migrator().migrate(database)
    return database
  }

  /// Whether a program was killed while it made the file: there are no tables yet, or the header that we
  /// saw belongs to a transaction that SQLite takes back, our mark with it.
  private static func isUnfinished(_ header: StoreHeader, _ path: String) throws -> Bool {
    guard header.version == 0 || FileManager.default.fileExists(atPath: path + "-journal") else {
      return false
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(secondsToWaitForOthers)
    let database = try DatabaseQueue(path: path, configuration: configuration)
    let version = try database.read { try checkedVersion($0, path: path) }
    try database.close()
    return version == 0
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
  static func create(_ path: String, on place: FileSystemKind) throws {
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationIdentifier)")
    }
    try Schema.migrator().migrate(database)
    // Set once, kept by the file. GRDB's own setting would write to the file at every opening.
    if !place.isNetwork {
      try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    }
    try database.close()
  }

  private static func checkedVersion(_ db: Database, path: String) throws -> Int {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    try StoreHeader.checkVersion(version, path: path)
    return version
  }

  /// Refuses to go on with a file that is no longer the one under its name: while this program waited,
  /// a repair put another in its place, and what is written here would be lost.
  func refuseReplacement() throws {
    guard identity == FileIdentity(of: path) else {
      throw AssayError(
        .cannotWrite, where: path, found: "the file was replaced after it was opened",
        expected: "the file that was opened", remedy: "run again")
    }
  }

  private static let secondsToWaitForOthers = 10.0

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreFailure.translating(path) { try database.read(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreFailure.translating(path) { try database.write(body) }
  }

  func outsideTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreFailure.translating(path) { try database.writeWithoutTransaction(body) }
  }
}
