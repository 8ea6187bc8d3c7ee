import Foundation
import GRDB

/// A store as an earlier program wrote it, made from the SQL under `Tests/References/store`.
enum OldStore {
  static let versions = [1]

  private static let references = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "References/store")

  /// Writes the store of `version` into `folder`, its files too.
  static func write(version: Int, to folder: StoreFolder) throws {
    let text = try String(
      contentsOf: references.appending(path: "version-\(version).sql"), encoding: .utf8)
    let database = try DatabaseQueue(path: folder.path)
    try database.inDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: text)
      try db.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try database.close()
    for line in text.split(separator: "\n") where line.hasPrefix("-- artifact ") {
      let data = Data(base64Encoded: String(line.dropFirst(12))) ?? Data()
      try ArtifactPlace.write(data, besides: folder)
    }
  }

  /// Every row of every table, by table, as text.
  static func rows(_ path: String, tables: [String]? = nil) throws -> [String: [String]] {
    try DatabaseQueue(path: path).read { db in
      let names = try tables ?? self.tables(db)
      return try Dictionary(
        uniqueKeysWithValues: names.map { name in
          (name, try Row.fetchAll(db, sql: "SELECT * FROM \(name)").map { "\($0)" }.sorted())
        })
    }
  }

  static func tables(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name NOT LIKE 'grdb_%' ORDER BY name
        """)
  }
}
