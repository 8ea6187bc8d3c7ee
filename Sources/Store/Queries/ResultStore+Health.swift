import DataFormats
import Experiment
import Foundation
import GRDB

extension ResultStore {
  /// Checks every page, every reference and every artifact file; changes nothing.
  /// - Throws: `AssayError` when the database cannot even be read.
  public func checkHealth() throws -> StoreHealth {
    try read { db in
      let named = try String.fetchAll(db, sql: "SELECT DISTINCT hash FROM artifact ORDER BY hash")
      return StoreHealth(
        problems: try Self.pageProblems(db) + Self.referenceProblems(db)
          + artifactProblems(named),
        orphanedFiles: artifacts.hashes().filter { !Set(named).contains($0) },
        runs: try Int.fetchOne(db, sql: "SELECT count(*) FROM run") ?? 0,
        cells: try Self.cellCounts(db),
        schemaVersion: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        bytes: (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0)
    }
  }

  /// Refuses a damaged database before anything is written to it; looks at every page, though not
  /// at whether indices fit their tables as `checkHealth()` does.
  public func refuseDamage() throws {
    let found = try read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
    guard let problem = found, problem != "ok" else { return }
    throw AssayError(
      .storeDamaged, where: path, found: problem, expected: "a sound database",
      remedy: "restore it from a copy, or move it away and run again; nothing was repaired")
  }

  private static func pageProblems(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
  }

  private static func referenceProblems(_ db: Database) throws -> [String] {
    try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(10).map {
      "row \(($0[1] as Int64?) ?? 0) of \($0[0] as String) refers to a missing \($0[2] as String)"
    }
  }

  private func artifactProblems(_ named: [String]) -> [String] {
    named.compactMap { hash in
      guard let data = FileManager.default.contents(atPath: artifacts.url(hash).path) else {
        return "the artifact \(artifacts.url(hash).path) is missing"
      }
      guard ContentHash.sha256(of: data) != hash else { return nil }
      return "the artifact \(artifacts.url(hash).path) was changed"
    }
  }

  private static func cellCounts(_ db: Database) throws -> [String: Int] {
    let rows = try Row.fetchAll(db, sql: "SELECT state, count(*) FROM cell GROUP BY state")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int) })
  }
}
