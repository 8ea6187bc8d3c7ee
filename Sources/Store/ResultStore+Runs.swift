import DataFormats
import Experiment
import Foundation
import GRDB

extension ResultStore {
  /// Begins a run: sweeps up after killed ones, stores suite, environment and cells in one
  /// transaction. The caller holds the `StoreLock`, so no other run is under way.
  public func begin(
    _ run: RunRecord, plan: RunPlanRecord, process: ProcessMark = .current()
  ) throws -> RunTicket {
    try write { db in
      try Self.sweep(db)
      let suite = try Self.keep(plan, db)
      try db.execute(
        sql: """
          INSERT INTO run (id, suite_id, suite_hash, command, started, state, process_id, boot_id,
            process_started) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run.id, suite, ContentHash.sha256(of: Data(plan.resolvedSuite.utf8)),
          try Self.json(run.command), run.started, RunState.running.rawValue, process.identifier,
          process.boot, process.started,
        ])
      let number = db.lastInsertedRowID
      for (name, value) in run.environment.facts.sorted(by: { $0.key < $1.key }) {
        try db.execute(
          sql: "INSERT INTO environment VALUES (?, ?, ?)", arguments: [number, name, value])
      }
      return RunTicket(run: run.id, number: number)
    }
  }

  /// Ends a run.
  public func end(_ ticket: RunTicket, state: RunState, at time: String) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE run SET ended = ?, state = ? WHERE number = ?",
        arguments: [time, state.rawValue, ticket.number])
    }
  }

  /// Gives up what killed runs left: their cells are to be run again.
  /// - Returns: The number of attempts that were cut off.
  private static func sweep(_ db: Database) throws {
    let cut = try Int64.fetchAll(db, sql: "SELECT id FROM attempt WHERE state = 'running'")
    for attempt in cut { try giveUp(attempt, reason: "the harness was killed", db) }
    try db.execute(
      sql: "UPDATE run SET state = ? WHERE state = ?",
      arguments: [RunState.killed.rawValue, RunState.running.rawValue])
  }

  /// Marks an unfinished attempt as cancelled; its cell returns to its last finished attempt.
  static func giveUp(_ attempt: Int64, reason: String, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE attempt SET state = ?, reason = ? WHERE id = ?",
      arguments: [CellState.cancelled.rawValue, reason, attempt])
    try db.execute(
      sql: """
        UPDATE cell SET (attempt_id, state) = (
          SELECT id, state FROM attempt WHERE attempt.cell_id = cell.id
          ORDER BY state = 'cancelled', id DESC LIMIT 1)
        WHERE id = (SELECT cell_id FROM attempt WHERE id = ?)
        """, arguments: [attempt])
  }

  private static func keep(_ plan: RunPlanRecord, _ db: Database) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO suite (name, profile, title, description, resolved) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (name, profile) DO UPDATE SET
          title = excluded.title, description = excluded.description, resolved = excluded.resolved
        """,
      arguments: [
        plan.suite.id, plan.profile.rawValue, plan.suite.title, try json(plan.suite),
        plan.resolvedSuite,
      ])
    let found = try Int64.fetchOne(
      db, sql: "SELECT id FROM suite WHERE name = ? AND profile = ?",
      arguments: [plan.suite.id, plan.profile.rawValue])
    guard let suite = found else { throw DatabaseError(message: "the suite was not stored") }
    try keepEntries(plan, suite: suite, db)
    try register(plan.cells, suite: suite, db)
    return suite
  }

  private static func keepEntries(_ plan: RunPlanRecord, suite: Int64, _ db: Database) throws {
    let insertion = """
      (suite_id, name, title) VALUES (?, ?, ?)
      ON CONFLICT (suite_id, name) DO UPDATE SET title = excluded.title
      """
    for (name, title) in plan.tasks {
      try db.execute(sql: "INSERT INTO task \(insertion)", arguments: [suite, name, title])
    }
    for (name, title) in plan.models {
      try db.execute(sql: "INSERT INTO model \(insertion)", arguments: [suite, name, title])
    }
  }

  private static func register(
    _ cells: [RegisteredCell], suite: Int64, _ db: Database
  ) throws {
    let insertion = try db.makeStatement(
      sql: """
        INSERT INTO cell (key, task_id, model_id, seed, configuration, data_origin, state)
        SELECT ?, task.id, model.id, ?, ?, ?, 'planned' FROM task, model
        WHERE task.suite_id = ? AND task.name = ? AND model.suite_id = ? AND model.name = ?
        ON CONFLICT (key) DO NOTHING
        """)
    for cell in cells {
      try insertion.execute(arguments: [
        cell.key, cell.identity.seed, cell.configuration, cell.dataOrigin.rawValue, suite,
        cell.identity.task, suite, cell.identity.model,
      ])
    }
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
