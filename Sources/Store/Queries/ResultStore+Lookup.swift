import Experiment
import Foundation
import GRDB

extension ResultStore {
  /// Where those of `keys` stand that the store has; made for ten thousand at once.
  public func states(among keys: [String]) throws -> [String: StoredState] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT cell.key, cell.state, coalesce(attempt.reason, '') FROM json_each(?) AS wanted
          JOIN cell ON cell.key = wanted.value LEFT JOIN attempt ON attempt.id = cell.attempt_id
          """, arguments: [try Self.json(keys)])
      var states: [String: StoredState] = [:]
      states.reserveCapacity(keys.count)
      while let row = try rows.next() {
        states[row[0]] = StoredState(state: try StoredCell.word(row, "state"), reason: row[2])
      }
      return states
    }
  }

  /// Those of `keys` whose cells are done.
  public func completedKeys(among keys: [String]) throws -> Set<String> {
    Set(try states(among: keys).filter { $0.value.state == .done }.keys)
  }

  /// Those of `keys` whose cells are done and have this fact.
  public func keys(
    among keys: [String], withFact name: String, _ value: String
  ) throws -> Set<String> {
    try read { db in
      try String.fetchSet(
        db,
        sql: """
          SELECT cell.key FROM json_each(?) AS wanted
          JOIN cell ON cell.key = wanted.value AND cell.state = 'done'
          JOIN attempt_fact ON attempt_fact.attempt_id = cell.attempt_id
            AND attempt_fact.name = ? AND attempt_fact.value = ?
          """, arguments: [try Self.json(keys), name, value])
    }
  }

  /// Elapsed seconds of the last finished attempt of each task and model of a suite at a profile.
  public func pastSeconds(suite: String, profile: Profile) throws -> [TaskModelPair: Double] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT task.name, model.name, attempt.wall_seconds,
            -- The later run counts, and of its attempts the last: SQLite takes the row of the greatest.
            max(attempt.run_number * 4294967296 + attempt.id)
          FROM suite JOIN task ON task.suite_id = suite.id JOIN cell ON cell.task_id = task.id
            JOIN model ON model.id = cell.model_id JOIN attempt ON attempt.cell_id = cell.id
          WHERE suite.name = ? AND suite.profile = ? AND attempt.state IN ('done', 'timed-out')
          GROUP BY task.id, model.id
          """, arguments: [suite, profile.rawValue])
      var seconds: [TaskModelPair: Double] = [:]
      while let row = try rows.next() {
        seconds[TaskModelPair(task: row[0], model: row[1])] = row[2]
      }
      return seconds
    }
  }

  /// The most resident memory, in MiB, of a finished attempt of each task and model of a suite at a profile.
  public func pastPeaks(suite: String, profile: Profile) throws -> [TaskModelPair: Double] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT task, model, max(peak_mebibytes) FROM v_attempts
          WHERE suite = ? AND profile = ? AND state = 'done' GROUP BY task, model
          """, arguments: [suite, profile.rawValue])
      var peaks: [TaskModelPair: Double] = [:]
      while let row = try rows.next() {
        peaks[TaskModelPair(task: row[0], model: row[1])] = row[2]
      }
      return peaks
    }
  }

  /// The one cell that `text` names: a key or its beginning, or an identity as it is printed.
  /// - Throws: `AssayError` (bad input) when there is none or more than one.
  public func cell(matching text: String) throws -> CellResult {
    let found = try read { db in
      try StoredCell.fetch(
        db,
        """
        SELECT * FROM v_cells WHERE attempt_id IS NOT NULL AND \(literal: Self.match(text)) LIMIT 9
        """)
    }
    guard let cell = found.first, found.count == 1 else {
      let names = found.map { "\($0.result.key.prefix(12)) (\($0.result.identity))" }
      throw AssayError(
        .badInput, where: "cell '\(text)'",
        found: found.isEmpty ? "no such cell" : "it fits \(names.joined(separator: ", "))",
        expected: "one key or its beginning, or suite/task/model/seed/profile",
        remedy: "`assay show` without a name lists the cells of the store")
    }
    return try read { db in try assembled([cell], content: .numbersAndSnapshots, db)[0] }
  }

  /// What the worker wrote during the last finished attempt at the cell with this key.
  public func log(key: String) throws -> CellLog {
    let found = try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT attempt.log_tail, artifact.hash FROM cell
          JOIN attempt ON attempt.id = cell.attempt_id
          LEFT JOIN artifact ON artifact.attempt_id = attempt.id AND artifact.kind = 'log'
          WHERE cell.key = ?
          """, arguments: [key])
    }
    guard let found else { return CellLog() }
    guard let hash = found[1] as String? else { return CellLog(found[0]) }
    return CellLog(String(decoding: try artifacts.content(hash), as: UTF8.self))
  }

  private static func match(_ text: String) -> SQL {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count >= 4 else {
      // A range, so that the index of keys serves; "g" follows the last hexadecimal digit.
      return "key >= \(text.lowercased()) AND key < \(text.lowercased() + "g")"
    }
    let seed = Int(parts[3].split(separator: " ").last ?? "") ?? -1
    var match: SQL =
      "suite = \(parts[0]) AND task = \(parts[1]) AND model = \(parts[2]) AND seed = \(seed)"
    if parts.count > 4 { match += " AND profile = \(parts[4])" }
    return match
  }
}
