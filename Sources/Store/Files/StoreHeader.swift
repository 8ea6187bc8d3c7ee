import Experiment
import Foundation

/// The first hundred bytes of a database file (SQLite file format, section 1.3), read without SQLite
/// so that a file that is not ours is never opened, let alone changed.
struct StoreHeader {
  private static let magic = Data("SQLite format 3\0".utf8)
  private static let length = 100

  let pageSize: Int
  let pageCount: Int
  let version: Int
  let application: UInt32
  /// Whether the file is written through a write-ahead log, rather than with a rollback journal.
  let hasWriteAheadLog: Bool

  /// The header of the file at `path`, or nil when there is no file or an empty one.
  init?(path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    let bytes = (try? file.read(upToCount: Self.length)) ?? Data()
    if bytes.isEmpty { return nil }
    guard bytes.count == Self.length, bytes.starts(with: Self.magic) else {
      throw Self.foreign(path, found: "the file is not an SQLite database")
    }
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    pageSize = size == 1 ? 65_536 : size
    pageCount = Int(Self.word(bytes, at: 28))
    version = Int(Self.word(bytes, at: 60))
    application = Self.word(bytes, at: 68)
    hasWriteAheadLog = bytes[18] == 2
  }

  /// Refuses a file of another program, of a later version of this one, or one cut short.
  func check(path: String) throws {
    try checkOwner(path: path)
    // While a log is beside the file, the log completes it.
    if FileManager.default.fileExists(atPath: path + "-wal") { return }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size >= pageCount * pageSize else {
      throw AssayError(
        .storeDamaged, where: path,
        found: "the file has \(size) bytes of the \(pageCount * pageSize) that its header states",
        expected: "a whole file",
        remedy: "restore it from a copy, or move it away and run again; it was not changed")
    }
  }

  /// Refuses a file of another program or of a later version of this one.
  func checkOwner(path: String) throws {
    guard application == Schema.applicationIdentifier else {
      throw Self.foreign(path, found: "the database belongs to another program")
    }
    try Self.checkVersion(version, path: path)
  }

  /// Refuses a schema that this program does not know.
  static func checkVersion(_ version: Int, path: String) throws {
    guard version > Schema.version else { return }
    throw AssayError(
      .storeDamaged, where: path, found: "the store has schema version \(version)",
      expected: "at most \(Schema.version), the version of this program",
      remedy: "use the newer program, or another store; the file was not changed")
  }

  private static func foreign(_ path: String, found: String) -> AssayError {
    AssayError(
      .storeDamaged, where: path, found: found, expected: "a store made by assay",
      remedy: "name another file; this one was not changed")
  }

  private static func word(_ bytes: Data, at offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
