import Experiment
import Foundation
import GRDB

/// What is mended in a sound database: values that are not the recorded ones, files that are missing,
/// what killed runs left.
struct ContentRepair {
  private let store: ResultStore

  init(_ store: ResultStore) {
    self.store = store
  }

  /// Mends what it finds and notes it in `report`; `doubtful` attempts may have lost numbers.
  /// Files that no attempt refers to stay where a copy of a damaged store is kept, which may need them.
  func run(_ report: inout RepairReport, doubtful: Set<Int64>, isCopyKept: Bool) throws {
    let cut = try store.write { try ResultStore.sweep($0) }
    if cut > 0 { report.actions.append("\(cut) attempts of killed runs were given up") }
    try loseAttempts(&report, doubtful)
    try mendFiles(&report)
    try mendDescriptions(&report)
    if !isCopyKept, report.lostCells.isEmpty { removeOrphans(&report, named: try namedFiles()) }
  }

  private func loseAttempts(_ report: inout RepairReport, _ doubtful: Set<Int64>) throws {
    let words = CellState.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let (faults, senseless) = try store.read { db in
      (
        try ContentCheck.faults(in: store, db).map(\.attempt),
        try Int64.fetchAll(db, sql: "SELECT id FROM attempt WHERE state NOT IN (\(words))")
      )
    }
    for attempt in Set(faults).union(senseless).union(doubtful).sorted() {
      try lose(attempt, "its stored values are not those that were recorded", &report)
    }
  }

  private func lose(_ attempt: Int64, _ what: String, _ report: inout RepairReport) throws {
    try store.write { db in
      for table in ["measurement", "curve", "artifact", "attempt_fact"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE attempt_id = ?", arguments: [attempt])
      }
      try db.execute(
        sql: """
          UPDATE attempt SET parameter_count = 0, wall_seconds = 0, user_seconds = 0,
            system_seconds = 0, peak_mebibytes = 0, concurrent_cells = 1, foreign_load = 0,
            log_tail = '', digest = NULL WHERE id = ?
          """, arguments: [attempt])
      try ResultStore.giveUp(attempt, reason: "lost to damage, \(what)", db)
      let cell = try Row.fetchOne(
        db,
        sql: """
          SELECT key, cell.state FROM cell JOIN attempt ON cell_id = cell.id WHERE attempt.id = ?
          """, arguments: [attempt])
      guard let cell else { return }
      let key: String = cell[0]
      report.actions.append("attempt \(attempt) at the cell \(key) was given up: \(what)")
      if cell[1] != "done" && !report.lostCells.contains(key) { report.lostCells.append(key) }
    }
  }

  private func namedFiles() throws -> [String] {
    try store.read {
      try String.fetchAll($0, sql: "SELECT DISTINCT hash FROM artifact ORDER BY hash")
    }
  }

  private func mendFiles(_ report: inout RepairReport) throws {
    for hash in try namedFiles() {
      guard let fault = store.artifacts.fault(hash) else { continue }
      // A file of other content would never be written again.
      store.artifacts.remove(hash)
      let owners = try store.read { db in
        try Row.fetchAll(
          db, sql: "SELECT attempt_id, kind FROM artifact WHERE hash = ?", arguments: [hash])
      }
      for owner in owners {
        let attempt: Int64 = owner[0]
        if owner[1] == ArtifactRecord.Kind.log.rawValue {
          try dropLog(hash, of: attempt)
          report.actions.append("the whole log of attempt \(attempt) \(fault); its end is kept")
        } else {
          try lose(attempt, "its file \(hash.prefix(12)) \(fault)", &report)
        }
      }
    }
  }

  /// Forgets the file of a log, which is no result.
  private func dropLog(_ hash: String, of attempt: Int64) throws {
    try store.write { db in
      try db.execute(
        sql: "DELETE FROM artifact WHERE attempt_id = ? AND hash = ?", arguments: [attempt, hash])
      try ContentCheck.renewDigest(of: attempt, in: store, db)
    }
  }

  private func mendDescriptions(_ report: inout RepairReport) throws {
    for problem in try store.read({ try ContentCheck.unreadableDescriptions($0) }) {
      report.actions.append("\(problem); it was made anew from what is known")
    }
    try store.write { db in
      for row in try Row.fetchAll(db, sql: "SELECT id, name, title, description FROM suite")
      where !ContentCheck.isReadable(SuiteDescription.self, row[3]) {
        let description = SuiteDescription(
          id: row[1], title: row[2], summary: "", reference: "",
          tasks: try Self.entries("task", of: row[0], db).map {
            .init(id: $0, title: $1, summary: "", primary: [])
          },
          models: try Self.entries("model", of: row[0], db).map {
            .init(id: $0, title: $1, summary: "")
          }, metrics: [:])
        try db.execute(
          sql: "UPDATE suite SET description = ? WHERE id = ?",
          arguments: [try ResultStore.json(description), row[0] as Int64])
      }
      for row in try Row.fetchAll(db, sql: "SELECT number, command FROM run")
      where !ContentCheck.isReadable([String].self, row[1]) {
        try db.execute(
          sql: "UPDATE run SET command = '[]' WHERE number = ?", arguments: [row[0] as Int64])
      }
    }
  }

  private static func entries(
    _ table: String, of suite: Int64, _ db: Database
  ) throws -> [(String, String)] {
    try Row.fetchAll(
      db, sql: "SELECT name, title FROM \(table) WHERE suite_id = ? ORDER BY id",
      arguments: [suite]
    ).map { ($0[0], $0[1]) }
  }

  /// Nobody writes while the lock is held, so that a file without a row will never get one.
  private func removeOrphans(_ report: inout RepairReport, named: [String]) {
    let orphans = store.artifacts.hashes().filter { !Set(named).contains($0) }
    for hash in orphans { store.artifacts.remove(hash) }
    if !orphans.isEmpty {
      report.actions.append(
        "\(orphans.count) artifact files that no attempt refers to were removed")
    }
  }
}
