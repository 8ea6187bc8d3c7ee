import Experiment
import GRDB

/// The runs of one store among those of another, all numbered by when they began.
struct RunMerge {
  /// The number here of each run there, by its number.
  let numbers: [Int64: Int64]
  /// How many were not here.
  let added: Int

  init(_ from: Database, into: Database, suites: [Int64: Int64]) throws {
    let before = try Self.count(into)
    var ids: [Int64: String] = [:]
    for row in try Row.fetchAll(from, sql: "SELECT * FROM run ORDER BY number") {
      ids[row["number"]] = row["id"]
      try Self.bring(row, suite: suites[row["suite_id"]], into)
      try Self.bringEnvironment(of: row, from, into)
    }
    try Self.number(into)
    numbers = try ids.compactMapValues {
      try Int64.fetchOne(into, sql: "SELECT number FROM run WHERE id = ?", arguments: [$0])
    }
    added = try Self.count(into) - before
  }

  private static func count(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM run") ?? 0
  }

  /// A run that is in both has come as far as the one that came further; one that is still running
  /// in a store that nobody writes was killed.
  private static func bring(_ row: Row, suite: Int64?, _ into: Database) throws {
    try into.execute(
      sql: """
        INSERT INTO run (id, suite_id, suite_hash, command, started, ended, state, cached_cells,
          process_id, boot_id, process_started)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET ended = max(run.ended, excluded.ended),
          state = CASE run.state WHEN 'killed' THEN excluded.state ELSE run.state END,
          cached_cells = max(run.cached_cells, excluded.cached_cells)
        """,
      arguments: [
        row["id"], suite, row["suite_hash"], row["command"], row["started"], row["ended"],
        row["state"] == RunState.running.rawValue ? RunState.killed.rawValue : row["state"],
        row["cached_cells"], row["process_id"], row["boot_id"], row["process_started"],
      ])
  }

  private static func bringEnvironment(
    of run: Row, _ from: Database, _ into: Database
  ) throws {
    let facts = try Row.fetchAll(
      from, sql: "SELECT name, value FROM environment WHERE run_number = ?",
      arguments: [run["number"]])
    for fact in facts {
      try into.execute(
        sql: """
          INSERT OR IGNORE INTO environment SELECT number, ?, ? FROM run WHERE id = ?
          """, arguments: [fact["name"], fact["value"], run["id"]])
    }
  }

  /// Numbers runs by when they began; nothing is written when they are so already.
  private static func number(_ db: Database) throws {
    let order = try Int64.fetchAll(db, sql: "SELECT number FROM run ORDER BY started, id")
    if order == order.sorted() { return }
    try db.execute(
      sql: """
        CREATE TEMP TABLE place (number INTEGER PRIMARY KEY, rank INTEGER NOT NULL);
        INSERT INTO place SELECT number, row_number() OVER (ORDER BY started, id) FROM run;
        """)
    for (table, column) in [
      ("environment", "run_number"), ("attempt", "run_number"), ("cell", "last_run"),
      ("run", "number"),
    ] {
      // Through negative numbers, so that no two runs ever have the same.
      try db.execute(
        sql: """
          UPDATE \(table) SET \(column) = -(SELECT rank FROM place WHERE place.number = \(table).\(column))
            WHERE \(column) IS NOT NULL;
          UPDATE \(table) SET \(column) = -\(column) WHERE \(column) < 0;
          """)
    }
    try db.execute(sql: "DROP TABLE place")
  }
}
