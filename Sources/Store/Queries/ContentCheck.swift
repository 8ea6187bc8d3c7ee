import Experiment
import Foundation
import GRDB

/// Whether what is stored of each attempt is what was recorded, by its digest. Attempts from before
/// there were digests (schema version 1) are not covered.
enum ContentCheck {
  /// An attempt that does not fit its digest.
  struct Fault {
    let attempt: Int64
    let key: String

    var sentence: String {
      "the stored values of attempt \(attempt) at the cell \(key) are not those that were recorded"
    }
  }

  private static let attemptsAtOnce = 256

  /// The attempts that do not fit their digests; the tables themselves are sound.
  static func faults(in store: ResultStore, _ db: Database) throws -> [Fault] {
    let attempts = try Int64.fetchAll(
      db, sql: "SELECT id FROM attempt WHERE digest IS NOT NULL ORDER BY id")
    return try stride(from: 0, to: attempts.count, by: attemptsAtOnce).flatMap { start in
      let batch = Array(attempts[start..<min(start + attemptsAtOnce, attempts.count)])
      if let faults = try? faults(among: batch, store, db) { return faults }
      // One of them holds a word that means nothing: find out which.
      return try batch.flatMap { attempt in
        if let faults = try? faults(among: [attempt], store, db) { return faults }
        let key = try String.fetchOne(
          db, sql: "SELECT key FROM cell JOIN attempt ON cell_id = cell.id WHERE attempt.id = ?",
          arguments: [attempt])
        return [Fault(attempt: attempt, key: key ?? "")]
      }
    }
  }

  private static func faults(
    among attempts: [Int64], _ store: ResultStore, _ db: Database
  ) throws -> [Fault] {
    try digests(of: attempts, store, db).filter { $0.stored != $0.found }
      .map { Fault(attempt: $0.attempt, key: $0.key) }
  }

  /// Makes the digest of an attempt anew from what is stored of it.
  static func renewDigest(of attempt: Int64, in store: ResultStore, _ db: Database) throws {
    for digest in try digests(of: [attempt], store, db) where digest.stored != nil {
      try db.execute(
        sql: "UPDATE attempt SET digest = ? WHERE id = ?", arguments: [digest.found, attempt])
    }
  }

  private static func digests(
    of attempts: [Int64], _ store: ResultStore, _ db: Database
  ) throws -> [(attempt: Int64, key: String, stored: String?, found: String)] {
    let list = try ResultStore.json(attempts)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT v_attempts.*, cell.data_origin, cell.configuration, attempt.digest
        FROM v_attempts JOIN cell ON cell.key = v_attempts.key
          JOIN attempt ON attempt.id = v_attempts.attempt_id
        WHERE v_attempts.attempt_id IN (SELECT value FROM json_each(?))
        """, arguments: [list])
    let cells = try rows.map { try StoredCell($0) }
    let files = try StoredNumbers.files(list, db)
    let results = try store.assembled(cells, content: .numbers, db)
    return zip(rows, zip(cells, results)).map { row, pair in
      let (cell, result) = pair
      let found = AttemptDigest.of(
        result, logTail: row["log_tail"], files: files[cell.attempt] ?? [])
      return (cell.attempt, result.key, row["digest"], found)
    }
  }

  /// Suites and runs whose stored descriptions cannot be read, a sentence each.
  static func unreadableDescriptions(_ db: Database) throws -> [String] {
    let suites = try Row.fetchAll(db, sql: "SELECT name, profile, description FROM suite")
      .filter { !isReadable(SuiteDescription.self, $0[2]) }
      .map { "the description of the suite \($0[0] as String) (\($0[1] as String)) is damaged" }
    let runs = try Row.fetchAll(db, sql: "SELECT id, command FROM run")
      .filter { !isReadable([String].self, $0[1]) }
      .map { "the command of the run \($0[0] as String) is damaged" }
    return suites + runs
  }

  static func isReadable(_ type: (some Decodable).Type, _ text: String) -> Bool {
    (try? JSONDecoder().decode(type, from: Data(text.utf8))) != nil
  }
}
