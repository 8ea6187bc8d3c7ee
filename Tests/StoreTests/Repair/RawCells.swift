import GRDB

/// Everything that the tables hold of each cell, value by value, without our own reading of it: what a
/// repair of a damaged file must not lose is what can still be read so.
enum RawCells {
  /// The values by key, of those cells all of whose rows can be read.
  static func rows(_ path: String) throws -> [String: [DatabaseValue]] {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
    return try DatabaseQueue(path: path, configuration: configuration).unsafeRead { db in
      var found: [String: [DatabaseValue]] = [:]
      for id in 1...Int64(40) {
        guard let values = try? cell(id, db), values.count > 1 else { continue }
        if let key = String.fromDatabaseValue(values[1]) { found[key] = values }
      }
      return found
    }
  }

  private static func cell(_ id: Int64, _ db: Database) throws -> [DatabaseValue] {
    let cell = try values("SELECT * FROM cell WHERE id = ?", id, db)
    guard cell.count == 10, let task = Int64.fromDatabaseValue(cell[2]),
      let model = Int64.fromDatabaseValue(cell[3]), let attempt = Int64.fromDatabaseValue(cell[8])
    else { return [] }
    let parents =
      try values("SELECT * FROM task WHERE id = ?", task, db)
      + values("SELECT * FROM model WHERE id = ?", model, db)
      + values("SELECT * FROM suite WHERE id = (SELECT suite_id FROM task WHERE id = ?)", task, db)
    let outcome = try values("SELECT * FROM attempt WHERE id = ?", attempt, db)
    guard outcome.count > 2, let run = Int64.fromDatabaseValue(outcome[2]) else { return [] }
    return try cell + parents + outcome
      + values("SELECT * FROM run WHERE number = ?", run, db)
      + ["measurement", "curve", "artifact", "attempt_fact"].flatMap {
        try values("SELECT * FROM \($0) WHERE attempt_id = ?", attempt, db)
      }
  }

  private static func values(_ sql: String, _ id: Int64, _ db: Database) throws -> [DatabaseValue] {
    try Row.fetchAll(db, sql: sql, arguments: [id]).flatMap(\.databaseValues)
  }
}
