import Experiment
import Foundation
import GRDB

extension ResultStore {
  /// Checks every page, every reference and every artifact file; changes nothing.
  /// - Throws: `AssayError` when the database cannot even be read.
  public func checkHealth() throws -> StoreHealth {
    try read { db in
      let named = try String.fetchAll(db, sql: "SELECT DISTINCT hash FROM artifact ORDER BY hash")
      let structure = try Self.structureProblems(db)
      // A damaged table may hold values of other types than its columns', which must not be read.
      let content = structure.isEmpty ? try contentProblems(db) : []
      return StoreHealth(
        problems: structure + content + artifactProblems(named),
        orphanedFiles: artifacts.hashes().filter { !Set(named).contains($0) },
        runs: try Int.fetchOne(db, sql: "SELECT count(*) FROM run") ?? 0,
        cells: try Self.cellCounts(db),
        schemaVersion: try storedVersion(db),
        bytes: (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0)
    }
  }

  /// Refuses a damaged database before anything is written to it; looks at every page, though not
  /// at whether indices fit their tables as `checkHealth()` does.
  public func refuseDamage() throws {
    try Self.refuse(try read { try Self.damage($0) }, path: path)
  }

  /// Refuses values that are not those that were recorded, before others are to rely on them.
  /// - Throws: `AssayError` (store damaged).
  public func refuseChangedValues() throws {
    try Self.refuse(try read { try contentProblems($0).first }, path: path)
  }

  /// What `PRAGMA quick_check` finds first, or nil.
  static func damage(_ db: Database) throws -> String? {
    let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
    return found == "ok" ? nil : found
  }

  static func refuse(_ damage: String?, path: String) throws {
    guard let problem = damage else { return }
    throw AssayError(
      .storeDamaged, where: path, found: problem, expected: "a sound database",
      remedy: StoreFailure.damageRemedy)
  }

  /// What is wrong with pages, references and definitions.
  static func structureProblems(_ db: Database) throws -> [String] {
    try pageProblems(db) + referenceProblems(db) + Schema.problems(db)
  }

  private static func pageProblems(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
  }

  private static func referenceProblems(_ db: Database) throws -> [String] {
    try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(10).map {
      "row \(($0[1] as Int64?) ?? 0) of \($0[0] as String) refers to a missing \($0[2] as String)"
    }
  }

  /// The version of the file, also when what is open is a later form of it in memory.
  private func storedVersion(_ db: Database) throws -> Int {
    if database.path == ":memory:" { return try StoreHeader(path: path)?.version ?? 0 }
    return try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  private func contentProblems(_ db: Database) throws -> [String] {
    try ContentCheck.faults(in: self, db).prefix(10).map(\.sentence)
      + ContentCheck.unreadableDescriptions(db)
  }

  private func artifactProblems(_ named: [String]) -> [String] {
    named.compactMap { hash in
      artifacts.fault(hash).map { "the artifact \(artifacts.url(hash).path) \($0)" }
    }
  }

  private static func cellCounts(_ db: Database) throws -> [String: Int] {
    let rows = try Row.fetchAll(db, sql: "SELECT state, count(*) FROM cell GROUP BY state")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int) })
  }
}
