import Experiment
import Foundation
import GRDB

extension ResultStore {
  /// The results that `query` asks for, cells sorted by identity.
  ///
  /// Of several cells with one identity (the code or a parameter changed between runs) only the
  /// newest is taken: the one that the latest run attempted or found finished. Planned cells that
  /// were never attempted are not among them.
  public func frame(_ query: FrameQuery = FrameQuery()) throws -> ResultFrame {
    try read { db in
      let stored = try StoredCell.fetch(
        db, "SELECT * FROM v_cells WHERE \(literal: Self.condition(query))")
      let cells = try assembled(stored, content: query.content, db)
      return ResultFrame(
        suites: try Self.suites(of: cells, db), runs: try Self.runs(of: cells, db),
        cells: cells.sorted { $0.identity < $1.identity })
    }
  }

  /// What one run found, by the id of the run or its beginning: the last finished attempt of every cell
  /// that it ran. Cells that it found done are results of an earlier run and are not among them.
  /// - Throws: `AssayError` (bad input) when no run, or more than one, is called so.
  public func frame(run name: String) throws -> ResultFrame {
    let found = try runs().map(\.id).filter { $0.hasPrefix(name) }
    guard let run = found.first, found.count == 1 else {
      throw AssayError(
        .badInput, where: "run '\(name)'",
        found: found.isEmpty ? "no such run" : "it fits \(found.joined(separator: ", "))",
        expected: "the id of a run, or its beginning",
        remedy: "`assay show --runs` lists the runs of the store")
    }
    return try read { db in
      let stored = try StoredCell.fetch(
        db,
        """
        SELECT v_attempts.*, cell.data_origin, cell.configuration,
          max(v_attempts.attempt_id)
        FROM v_attempts JOIN cell ON cell.key = v_attempts.key
        WHERE v_attempts.run = \(run) AND v_attempts.state <> 'running' GROUP BY v_attempts.key
        """)
      let cells = try assembled(stored, content: .numbers, db)
      return ResultFrame(
        suites: try Self.suites(of: cells, db), runs: try Self.runs(of: cells, db),
        cells: cells.sorted { $0.identity < $1.identity })
    }
  }

  /// Every run, oldest first.
  public func runs() throws -> [RunRecord] {
    try read { try Self.runs($0, "SELECT * FROM run ORDER BY number") }
  }

  /// Every finished attempt at the cell with this key, oldest first, with its numbers.
  public func attempts(key: String) throws -> [CellResult] {
    try read { db in
      let stored = try StoredCell.fetch(
        db,
        """
        SELECT v_attempts.*, cell.data_origin, cell.configuration FROM v_attempts
        JOIN cell ON cell.key = v_attempts.key
        JOIN run ON run.id = v_attempts.run
        WHERE cell.key = \(key) AND v_attempts.state <> 'running'
        ORDER BY run.number, attempt_id
        """)
      return try assembled(stored, content: .numbers, db)
    }
  }

  private static func condition(_ query: FrameQuery) -> SQL {
    var condition: SQL = "attempt_id IS NOT NULL"
    if !query.suites.isEmpty { condition += " AND suite IN \(query.suites)" }
    if !query.profiles.isEmpty { condition += " AND profile IN \(query.profiles.map(\.rawValue))" }
    return condition
  }

  func assembled(
    _ stored: [StoredCell], content: FrameQuery.Content, _ db: Database
  ) throws -> [CellResult] {
    let attempts = try Self.json(stored.map(\.attempt))
    let measurements = try StoredNumbers.measurements(attempts, db)
    let curves = try StoredNumbers.curves(attempts, db)
    let facts = try StoredNumbers.facts(attempts, db)
    let snapshots =
      content == .numbersAndSnapshots
      ? try StoredNumbers.snapshots(attempts, artifacts, db) : [:]
    return stored.map { cell in
      var result = cell.result
      result.evaluation = Evaluation(
        measurements: measurements[cell.attempt] ?? [], curves: curves[cell.attempt] ?? [],
        snapshots: snapshots[cell.attempt] ?? [])
      result.facts = facts[cell.attempt] ?? [:]
      return result
    }
  }

  private static func suites(
    of cells: [CellResult], _ db: Database
  ) throws -> [SuiteDescription] {
    let names = Set(cells.map(\.identity.suite)).sorted()
    return try names.compactMap { name in
      // One description a suite: that of the profile whose run is the latest.
      let text = try String.fetchOne(
        db,
        sql: """
          SELECT description FROM suite LEFT JOIN run ON run.suite_id = suite.id
          WHERE name = ? ORDER BY run.number DESC LIMIT 1
          """, arguments: [name])
      return try text.map {
        try JSONDecoder().decode(SuiteDescription.self, from: Data($0.utf8))
      }
    }
  }

  private static func runs(of cells: [CellResult], _ db: Database) throws -> [RunRecord] {
    let names = Set(cells.map(\.run)).sorted()
    return try runs(db, "SELECT * FROM run WHERE id IN \(names) ORDER BY number")
  }

  private static func runs(_ db: Database, _ request: SQLRequest<Row>) throws -> [RunRecord] {
    try request.fetchAll(db).map { row in
      let facts = try Row.fetchAll(
        db, sql: "SELECT name, value FROM environment WHERE run_number = ?",
        arguments: [row["number"] as Int64]
      ).map { ($0["name"] as String, $0["value"] as String) }
      return RunRecord(
        id: row["id"],
        command: try JSONDecoder().decode([String].self, from: row["command"] as Data),
        started: row["started"], ended: row["ended"],
        environment: EnvironmentRecord(facts: Dictionary(uniqueKeysWithValues: facts)))
    }
  }
}
