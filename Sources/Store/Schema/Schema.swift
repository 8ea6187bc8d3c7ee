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
}
