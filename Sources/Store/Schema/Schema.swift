import GRDB

/// The versions of the database's form and how to get from one to the next.
///
/// A published migration is never edited: a later form is a new migration that keeps old rows.
enum Schema {
  /// `PRAGMA application_id` of our files: the letters "ASSY".
  static let applicationIdentifier: UInt32 = 0x4153_5359
  /// `PRAGMA user_version` that this program writes.
  static let version = 2

  static func migrator() -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      for sql in [Tables.catalogue, Tables.work, Tables.numbers, Views.all] {
        try db.execute(sql: sql)
      }
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: SecondTables.all)
      try db.execute(sql: SecondViews.all)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    return migrator
  }

  /// Definitions that differ from those that this program makes, a sentence each: damage among them
  /// would change what a question means.
  static func problems(_ db: Database) throws -> [String] {
    let found = try definitions(db)
    let made = try DatabaseQueue()
    try migrator().migrate(made)
    return try made.read { try definitions($0) }.sorted { $0.key < $1.key }
      .filter { found[$0.key] != $0.value }
      .map { "the definition of \($0.key) is not the one that this program makes" }
  }

  private static func definitions(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }
}
