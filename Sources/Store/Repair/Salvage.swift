import Experiment
import Foundation
import GRDB

/// A new file with everything that can be read of a damaged one.
///
/// Rows come over table by table; those whose parents are lost are dropped. Whether an attempt came whole
/// is told by its digest, and for one without (recorded by schema version 1) by whether rows may be missing
/// between those that were read.
struct Salvage {
  private static let tables = [
    ("suite", "rowid"), ("task", "rowid"), ("model", "rowid"), ("run", "rowid"),
    ("environment", "run_number"), ("baseline", "rowid"), ("cell", "rowid"), ("attempt", "rowid"),
    ("measurement", "attempt_id"), ("curve", "rowid"), ("artifact", "attempt_id"),
    ("attempt_fact", "attempt_id"),
  ]
  /// A row takes more bytes than this.
  private static let smallestRow: Int64 = 4

  private let path: String
  private let place: FileSystemKind

  init(_ path: String, on place: FileSystemKind) {
    self.path = path
    self.place = place
  }

  /// Puts the new file in the place of the damaged one.
  /// - Returns: What was done, and the attempts that may have lost numbers.
  func run() throws -> (actions: [String], doubtful: Set<Int64>) {
    let fresh = "\(path).repaired-\(UUID().uuidString)"
    defer { for suffix in ["", "-wal", "-shm"] { unlink(fresh + suffix) } }
    let outcome = try StoreFailure.translating(path) {
      try ResultStore.create(fresh, on: place)
      return try fill(fresh)
    }
    try takePlace(fresh)
    return outcome
  }

  private func fill(_ fresh: String) throws -> (actions: [String], doubtful: Set<Int64>) {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let target = try DatabaseQueue(path: fresh, configuration: configuration)
    guard let source = source() else {
      try target.close()
      return (["nothing of the database could be read: it begins anew"], [])
    }
    let outcome = try source.unsafeRead { from in
      try target.write { into in
        let copied = try copy(from, into)
        return (copied.actions + (try dropStrays(into)), try doubtful(copied.gaps, into))
      }
    }
    try target.writeWithoutTransaction { db in
      if !place.isNetwork { _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }
    try target.close()
    return outcome
  }

  /// The damaged database, opened in spite of what its schema looks like.
  private func source() -> DatabaseQueue? {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
    return try? DatabaseQueue(path: path, configuration: configuration)
  }

  private func copy(
    _ from: Database, _ into: Database
  ) throws -> (actions: [String], gaps: [ClosedRange<Int64>]) {
    let highest = Int64(FileIdentity.size(of: path) ?? 0) / Self.smallestRow
    var (actions, gaps) = ([String](), [ClosedRange<Int64>]())
    for (table, key) in Self.tables {
      let writer = try SalvageWriter(table, into)
      var reader = RangedReader(
        from, table: table, key: key, highest: highest, take: { writer.write($0) })
      reader.read()
      gaps += reader.gaps
      if reader.isIncomplete || writer.refused > 0 {
        actions.append(
          "of the table \(table) \(reader.count - writer.refused) rows could be read; others "
            + "could not, or made no sense")
      }
    }
    return (actions, gaps)
  }

  /// The words for origins of data, as a list of SQL.
  private static let origins = DataLocation.Origin.allCases.map { "'\($0.rawValue)'" }
    .joined(separator: ", ")

  /// Drops rows whose parents are lost, and gives every cell the state of what is left of it.
  private func dropStrays(_ db: Database) throws -> [String] {
    let rules = [
      ("task", "suite_id NOT IN (SELECT id FROM suite)"),
      ("model", "suite_id NOT IN (SELECT id FROM suite)"),
      ("run", "suite_id NOT IN (SELECT id FROM suite)"),
      ("environment", "run_number NOT IN (SELECT number FROM run)"),
      (
        "cell",
        """
        task_id NOT IN (SELECT id FROM task) OR model_id NOT IN (SELECT id FROM model)
          OR data_origin NOT IN (\(Self.origins))
        """
      ),
      (
        "attempt",
        """
        cell_id NOT IN (SELECT id FROM cell) OR run_number NOT IN (SELECT number FROM run)
        """
      ),
      ("measurement", "attempt_id NOT IN (SELECT id FROM attempt)"),
      ("curve", "attempt_id NOT IN (SELECT id FROM attempt)"),
      ("artifact", "attempt_id NOT IN (SELECT id FROM attempt)"),
      ("attempt_fact", "attempt_id NOT IN (SELECT id FROM attempt)"),
    ]
    var actions: [String] = []
    for (table, condition) in rules {
      try db.execute(sql: "DELETE FROM \(table) WHERE \(condition)")
      if db.changesCount > 0 {
        actions.append(
          "\(db.changesCount) rows of the table \(table) were dropped, for what they belong to is lost"
        )
      }
    }
    try ResultStore.settle(cells: "1", db)
    try db.execute(
      sql: """
        UPDATE cell SET last_run = (SELECT max(run_number) FROM attempt WHERE cell_id = cell.id)
        WHERE attempt_id IS NULL OR last_run NOT IN (SELECT number FROM run)
        """)
    return actions
  }

  /// Finished attempts without a digest between whose rows some may be missing.
  private func doubtful(_ gaps: [ClosedRange<Int64>], _ db: Database) throws -> Set<Int64> {
    var doubtful: Set<Int64> = []
    for gap in gaps {
      doubtful.formUnion(
        try Int64.fetchAll(
          db,
          sql: """
            SELECT id FROM attempt WHERE id BETWEEN ? AND ? AND digest IS NULL
            AND state NOT IN ('running', 'cancelled')
            """, arguments: [gap.lowerBound, gap.upperBound]))
    }
    return doubtful
  }

  /// The old log must be gone before the new file has its name: SQLite would play one into the other.
  private func takePlace(_ fresh: String) throws {
    for suffix in ["-wal", "-shm", "-journal"] { unlink(path + suffix) }
    let descriptor = open(fresh, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    guard descriptor >= 0, fsync(descriptor) == 0, rename(fresh, path) == 0 else {
      throw StoreFailure.cannotWrite(path, found: String(cString: strerror(errno)))
    }
    let folder = open(
      URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }
}
