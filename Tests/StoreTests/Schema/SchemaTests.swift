import Foundation
import GRDB
import Store
import Testing

/// A published schema is never edited: stores of users have it.
@Suite struct SchemaTests {
  @Test func theSchemaIsTheRecordedOne() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    _ = try folder.open()
    let schema = try DatabaseQueue(path: folder.path).read { db in
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      let statements = try String.fetchAll(
        db,
        sql: """
          SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'grdb_%'
          ORDER BY type, name
          """)
      return "-- version \(version)\n" + statements.map { $0 + ";\n" }.joined()
    }
    let record = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "References/store/schema.sql")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(schema.utf8).write(to: record)
    }
    #expect(try String(contentsOf: record, encoding: .utf8) == schema)
  }

  @Test func openingAnExistingStoreKeepsItsRowsAndItsBytes() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let cell = StoreFolder.identity()
    do {
      let store = try folder.open()
      let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12")]))
      try store.record(StoreFolder.result(cell, "ab12", run: "r1"), in: ticket)
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path))
    #expect(try folder.open().frame().cells.count == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path)) == before)
  }
}
