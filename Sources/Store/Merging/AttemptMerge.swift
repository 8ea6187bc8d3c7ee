import GRDB

/// The attempts of one store among those of another. An attempt is known by its run, its cell and its
/// place among the attempts of that run at that cell.
struct AttemptMerge {
  /// An attempt that is to come.
  struct Pending {
    /// Its id there.
    let source: Int64
    /// Its cell here.
    let cell: Int64
    /// Its run's number here.
    let run: Int64
    /// The unfinished attempt here that it is, by id; nil when it is not here at all.
    let place: Int64?
  }

  private struct Slot: Hashable {
    let cell: Int64
    let run: Int64
  }

  /// The attempts to bring, in the order in which they were made.
  let pending: [Pending]
  private let from: Database
  private let into: Database

  init(
    _ from: Database, into: Database, cells: [Int64: Int64], runs: [Int64: Int64]
  ) throws {
    self.from = from
    self.into = into
    var known: [Slot: [(id: Int64, isCancelled: Bool)]] = [:]
    let here = try Row.fetchCursor(
      into, sql: "SELECT id, cell_id, run_number, state FROM attempt ORDER BY id")
    while let row = try here.next() {
      known[Slot(cell: row[1], run: row[2]), default: []]
        .append((row[0], row[3] == "cancelled"))
    }
    var (pending, counts) = ([Pending](), [Slot: Int]())
    let there = try Row.fetchCursor(
      from,
      sql: "SELECT id, cell_id, run_number, state FROM attempt ORDER BY run_number, id")
    while let row = try there.next() {
      guard let cell = cells[row[1]], let run = runs[row[2]] else { continue }
      let slot = Slot(cell: cell, run: run)
      let ordinal = counts[slot, default: 0]
      counts[slot] = ordinal + 1
      let twin = known[slot].flatMap { $0.count > ordinal ? $0[ordinal] : nil }
      let isCancelled = ["cancelled", "running"].contains(row[3] as String)
      if let twin, !twin.isCancelled || isCancelled { continue }
      pending.append(Pending(source: row[0], cell: cell, run: run, place: twin?.id))
    }
    self.pending = pending
  }

  /// Brings an attempt with its numbers.
  func bring(_ attempt: Pending) throws {
    let row = try Row.fetchOne(
      from, sql: "SELECT * FROM attempt WHERE id = ?", arguments: [attempt.source])
    guard var values = row.map({ Dictionary($0, uniquingKeysWith: { first, _ in first }) }) else {
      return
    }
    values["id"] = attempt.place?.databaseValue ?? .null
    values["cell_id"] = attempt.cell.databaseValue
    values["run_number"] = attempt.run.databaseValue
    if values["state"] == "running".databaseValue {
      values["state"] = "cancelled".databaseValue
      values["failure"] = "cancelled".databaseValue
      values["reason"] = ResultStore.killedReason.databaseValue
    }
    let id = try insert(values)
    for table in ["measurement", "curve", "artifact", "attempt_fact"] {
      try bring(table, of: attempt.source, to: id)
    }
  }

  /// Puts the attempt in the place of the unfinished one that it is, or behind all others.
  private func insert(_ values: [String: DatabaseValue]) throws -> Int64 {
    let columns = values.keys.sorted()
    let settings = columns.filter { $0 != "id" }.map { "\($0) = excluded.\($0)" }
    try into.cachedStatement(
      sql: """
        INSERT INTO attempt (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (id) DO UPDATE SET \(settings.joined(separator: ", "))
        """
    ).execute(arguments: StatementArguments(columns.map { values[$0] ?? .null }))
    return values["id"].flatMap(Int64.fromDatabaseValue) ?? into.lastInsertedRowID
  }

  private func bring(_ table: String, of source: Int64, to attempt: Int64) throws {
    let selection = try from.cachedStatement(sql: "SELECT * FROM \(table) WHERE attempt_id = ?")
    let rows = try Row.fetchCursor(selection, arguments: [source])
    while let row = try rows.next() {
      var values = Array(row.databaseValues)
      values[0] = attempt.databaseValue
      let places = values.map { _ in "?" }.joined(separator: ", ")
      try into.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
        .execute(arguments: StatementArguments(values))
    }
  }
}
