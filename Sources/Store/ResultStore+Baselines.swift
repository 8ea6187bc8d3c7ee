import GRDB

extension ResultStore {
  /// Notes that results were compared with a baseline.
  /// - Parameters:
  ///   - name: The baseline's id.
  ///   - hash: SHA-256 of its file.
  ///   - time: When, ISO 8601 in UTC.
  /// - Throws: `AssayError` when the store cannot be written.
  public func noteComparison(baseline name: String, hash: String, at time: String) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO baseline VALUES (?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, compared = excluded.compared
          """, arguments: [name, hash, time])
    }
  }

  /// The hash of the baseline `name` at its last comparison, or nil when there was none.
  public func lastComparedHash(baseline name: String) throws -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT hash FROM baseline WHERE name = ?", arguments: [name])
    }
  }
}
