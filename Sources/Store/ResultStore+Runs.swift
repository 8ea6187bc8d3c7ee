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
    try checkNames(run, plan)
    try refuseReplacement()
    return try write { db in
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

  /// Names are bound as values and can hold any character but the one that ends a text.
  private func checkNames(_ run: RunRecord, _ plan: RunPlanRecord) throws {
    try StorableText.check(name: run.id, of: "run")
    try StorableText.check(name: plan.suite.id, of: "suite")
    for task in plan.tasks { try StorableText.check(name: task.name, of: "task") }
    for model in plan.models { try StorableText.check(name: model.name, of: "model") }
    for cell in plan.cells { try StorableText.check(name: cell.key, of: "the key of a cell") }
  }

  /// Gives up what killed runs left: their cells are to be run again.
  /// - Returns: The number of attempts that were cut off.
  @discardableResult
  static func sweep(_ db: Database) throws -> Int {
    let cut = try Int64.fetchAll(db, sql: "SELECT id FROM attempt WHERE state = 'running'")
    for attempt in cut { try giveUp(attempt, reason: killedReason, db) }
    try db.execute(
      sql: "UPDATE run SET state = ? WHERE state = ?",
      arguments: [RunState.killed.rawValue, RunState.running.rawValue])
    return cut.count
  }

  /// Why an attempt has no outcome whose run did not live to store it.
  static let killedReason = "the harness was killed"

  /// Marks an unfinished attempt as cancelled; its cell returns to its last finished attempt.
  static func giveUp(_ attempt: Int64, reason: String, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE attempt SET state = 'cancelled', failure = 'cancelled', reason = ? WHERE id = ?"
    ).execute(arguments: [reason, attempt])
    try settle(
      cells: "id = (SELECT cell_id FROM attempt WHERE id = ?)", arguments: [attempt], db)
  }

  /// Gives cells the state of their last finished attempt, or of the last cancelled one when there is
  /// no other; of attempts the later run's are the later ones.
  static func settle(
    cells condition: String, arguments: StatementArguments = StatementArguments(), _ db: Database
  ) throws {
    try db.execute(
      sql: """
        UPDATE cell SET (attempt_id, state) = (
          SELECT max(id), coalesce(max(state), 'planned') FROM (
            SELECT id, state FROM attempt WHERE attempt.cell_id = cell.id
            ORDER BY state = 'cancelled', run_number DESC, id DESC LIMIT 1))
        WHERE \(condition)
        """, arguments: arguments)
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
        ON CONFLICT (key) DO UPDATE SET task_id = excluded.task_id,
          model_id = excluded.model_id, seed = excluded.seed,
          configuration = excluded.configuration
        -- Only after damage is a key another cell's.
        WHERE (cell.task_id, cell.model_id, cell.seed, cell.configuration)
          IS NOT (excluded.task_id, excluded.model_id, excluded.seed, excluded.configuration)
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
