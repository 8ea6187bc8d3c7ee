import Experiment
import Foundation
import GRDB

extension ResultStore {
  /// Notes that a cell is in a worker now. Survives the death of the program, though not of the
  /// machine's power, which is what lets it cost no flush.
  public func start(key: String, in ticket: RunTicket) throws {
    try StoreFailure.translating(path) {
      try database.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        defer { try? db.execute(sql: "PRAGMA synchronous = FULL") }
        try db.inTransaction {
          try Self.insertAttempt(key: key, ticket, db)
          return .commit
        }
      }
    }
  }

  /// Stores the outcome of a cell that was started, in one transaction.
  ///
  /// A cancelled attempt never takes the place of an earlier finished one. A cell that was started again
  /// after its outcome was recorded has one more attempt in the run; all stay.
  /// - Throws: `AssayError`; then nothing of the outcome is stored.
  public func record(
    _ result: CellResult, log: CellLog = CellLog(), in ticket: RunTicket
  ) throws {
    let files = try keepFiles(result, log)
    var result = result.storable
    let tail = StorableText.of(log.tail)
    try write { db in
      let attempt = try Self.attempt(of: result.key, ticket, db)
      if result.state == .cancelled {
        try Self.giveUp(attempt.id, reason: result.reason, db)
        return
      }
      // What will be read back, which is what the digest must fit.
      result.configuration = attempt.configuration
      result.run = ticket.run
      try Self.finish(attempt.id, result, logTail: tail, files: files, db)
      try Self.store(result.evaluation, attempt.id, db)
      try Self.store(files, attempt.id, db)
      try Self.store(facts: result.facts, attempt.id, db)
    }
  }

  /// Notes that a run found the cells `keys` finished, which makes them the newest of their identity.
  public func reuse(keys: [String], in ticket: RunTicket) throws {
    if keys.isEmpty { return }
    try write { db in
      try db.execute(
        sql: "UPDATE cell SET last_run = ? WHERE key IN (SELECT value FROM json_each(?))",
        arguments: [ticket.number, try Self.json(keys)])
      try db.execute(
        sql: "UPDATE run SET cached_cells = cached_cells + ? WHERE number = ?",
        arguments: [keys.count, ticket.number])
    }
  }

  @discardableResult
  private static func insertAttempt(
    key: String, _ ticket: RunTicket, _ db: Database
  ) throws -> Int64 {
    try db.cachedStatement(
      sql: """
        INSERT INTO attempt (cell_id, run_number, state)
        SELECT id, ?, 'running' FROM cell WHERE key = ?
        """
    ).execute(arguments: [ticket.number, key])
    precondition(db.changesCount == 1, "the cell \(key) was not registered with its run")
    let attempt = db.lastInsertedRowID
    try db.cachedStatement(
      sql: """
        UPDATE cell SET state = 'running', last_run = ?, attempt_id = coalesce(attempt_id, ?)
        WHERE key = ?
        """
    ).execute(arguments: [ticket.number, attempt, key])
    return attempt
  }

  /// The unfinished attempt of a cell in a run, made when the cell was never started, and the cell's
  /// configuration.
  private static func attempt(
    of key: String, _ ticket: RunTicket, _ db: Database
  ) throws -> (id: Int64, configuration: String) {
    let statement = try db.cachedStatement(
      sql: """
        SELECT cell.configuration, (
          SELECT max(id) FROM attempt
          WHERE cell_id = cell.id AND run_number = ? AND state = 'running')
        FROM cell WHERE key = ?
        """)
    let found = try Row.fetchOne(statement, arguments: [ticket.number, key])
    guard let found else {
      preconditionFailure("the cell \(key) was not registered with its run")
    }
    let configuration: String = found[0]
    if let attempt = found[1] as Int64? { return (attempt, configuration) }
    return (try insertAttempt(key: key, ticket, db), configuration)
  }

  private static func finish(
    _ attempt: Int64, _ result: CellResult, logTail: String, files: [ArtifactRecord],
    _ db: Database
  ) throws {
    let cost = result.resources
    try db.cachedStatement(
      sql: """
        UPDATE attempt SET state = ?, reason = ?, parameter_count = ?, wall_seconds = ?,
          user_seconds = ?, system_seconds = ?, peak_mebibytes = ?, concurrent_cells = ?,
          log_tail = ?, failure = ?, foreign_load = ?, digest = ?
        WHERE id = ?
        """
    ).execute(arguments: [
      result.state.rawValue, result.reason, result.parameterCount, cost.wallSeconds,
      cost.userSeconds, cost.systemSeconds, cost.peakMebibytes, cost.concurrentCells, logTail,
      result.failure?.rawValue, cost.foreignLoad,
      AttemptDigest.of(result, logTail: logTail, files: files), attempt,
    ])
    try db.cachedStatement(
      sql: "UPDATE cell SET state = ?, attempt_id = ?, data_origin = ? WHERE key = ?"
    ).execute(arguments: [
      result.state.rawValue, attempt, result.dataOrigin.rawValue, result.key,
    ])
  }

  private static func store(
    facts: [String: String], _ attempt: Int64, _ db: Database
  ) throws {
    if facts.isEmpty { return }
    let insertion = try db.cachedStatement(sql: "INSERT INTO attempt_fact VALUES (?, ?, ?)")
    for (name, value) in facts.sorted(by: { $0.key < $1.key }) {
      try insertion.execute(arguments: [attempt, name, value])
    }
  }

  private static func store(_ evaluation: Evaluation, _ attempt: Int64, _ db: Database) throws {
    let measurement = try db.cachedStatement(
      sql: "INSERT INTO measurement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (number, found) in evaluation.measurements.enumerated() {
      try measurement.execute(arguments: [
        attempt, number, found.metric, found.split, found.evaluation, found.position,
        found.value.number, found.value.reason, found.sampleCount, found.kind.rawValue,
      ])
    }
    let curve = try db.cachedStatement(sql: "INSERT INTO curve VALUES (?, ?, ?, ?, ?, ?, ?)")
    for (number, found) in evaluation.curves.enumerated() {
      try curve.execute(arguments: [
        attempt, number, found.name, found.axis, found.values.count,
        PackedSeries.data(found.positions), PackedSeries.data(found.values),
      ])
    }
  }

  private static func store(
    _ files: [ArtifactRecord], _ attempt: Int64, _ db: Database
  ) throws {
    let insertion = try db.cachedStatement(sql: "INSERT INTO artifact VALUES (?, ?, ?, ?, ?, ?)")
    for (number, file) in files.enumerated() {
      try insertion.execute(arguments: [
        attempt, number, file.kind.rawValue, file.name, file.hash, file.bytes,
      ])
    }
  }

  /// Puts snapshots and a long log on the disk, before the transaction that refers to them.
  private func keepFiles(_ result: CellResult, _ log: CellLog) throws -> [ArtifactRecord] {
    var files = try result.evaluation.snapshots.map {
      try keep(SnapshotFile.data($0), .snapshot, name: $0.title)
    }
    if log.tail != log.text {
      files.append(try keep(Data(log.text.utf8), .log, name: "log"))
    }
    return files
  }

  private func keep(
    _ data: Data, _ kind: ArtifactRecord.Kind, name: String
  ) throws -> ArtifactRecord {
    ArtifactRecord(kind: kind, name: name, hash: try artifacts.keep(data), bytes: data.count)
  }
}
