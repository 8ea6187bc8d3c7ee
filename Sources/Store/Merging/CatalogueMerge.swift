import Experiment
import GRDB

/// Suites, tasks and models of one store among those of another; the words of the suite are those of
/// the store whose latest run of it is the later.
struct CatalogueMerge {
  /// The suite here of each suite there, by their ids.
  let suites: [Int64: Int64]
  /// The same of tasks.
  let tasks: [Int64: Int64]
  /// The same of models.
  let models: [Int64: Int64]

  init(_ from: Database, into: Database) throws {
    suites = try Self.suites(from, into)
    tasks = try Self.entries("task", from, into, suites)
    models = try Self.entries("model", from, into, suites)
  }

  private static func suites(_ from: Database, _ into: Database) throws -> [Int64: Int64] {
    var found: [Int64: Int64] = [:]
    for row in try Row.fetchAll(from, sql: "SELECT * FROM suite ORDER BY id") {
      let isLater = try lastRun(of: row, from) > lastRun(of: row, into)
      try into.execute(
        sql: """
          INSERT INTO suite (name, profile, title, description, resolved) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (name, profile) DO UPDATE SET title = excluded.title,
            description = excluded.description, resolved = excluded.resolved
          WHERE \(isLater ? 1 : 0)
          """,
        arguments: [
          row["name"], row["profile"], row["title"], row["description"], row["resolved"],
        ])
      found[row["id"]] = try Int64.fetchOne(
        into, sql: "SELECT id FROM suite WHERE name = ? AND profile = ?",
        arguments: [row["name"], row["profile"]])
    }
    return found
  }

  /// When the latest run of a suite began, with the run's id; smallest when there is none.
  private static func lastRun(of suite: Row, _ db: Database) throws -> String {
    try String.fetchOne(
      db,
      sql: """
        SELECT started || ' ' || run.id FROM run JOIN suite ON suite.id = suite_id
        WHERE name = ? AND profile = ? ORDER BY started DESC, run.id DESC LIMIT 1
        """, arguments: [suite["name"], suite["profile"]]) ?? ""
  }

  private static func entries(
    _ table: String, _ from: Database, _ into: Database, _ suites: [Int64: Int64]
  ) throws -> [Int64: Int64] {
    var found: [Int64: Int64] = [:]
    for row in try Row.fetchAll(from, sql: "SELECT id, suite_id, name, title FROM \(table)") {
      let suite = suites[row["suite_id"]]
      try into.execute(
        sql: "INSERT OR IGNORE INTO \(table) (suite_id, name, title) VALUES (?, ?, ?)",
        arguments: [suite, row["name"], row["title"]])
      found[row["id"]] = try Int64.fetchOne(
        into, sql: "SELECT id FROM \(table) WHERE suite_id = ? AND name = ?",
        arguments: [suite, row["name"]])
    }
    return found
  }
}
