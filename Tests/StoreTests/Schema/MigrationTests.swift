import Experiment
import Foundation
import GRDB
import Store
import TestSupport
import Testing

/// Stores of earlier programs keep every row, whether they are migrated or only read.
@Suite struct MigrationTests {
  private func old(_ version: Int) throws -> StoreFolder {
    let folder = try StoreFolder()
    try OldStore.write(version: version, to: folder)
    return folder
  }

  /// The old columns of the old tables, of which a migration must keep every value.
  private func oldValues(_ path: String, _ columns: [String: [String]]) throws -> [String: [String]]
  {
    try DatabaseQueue(path: path).read { db in
      try Dictionary(
        uniqueKeysWithValues: columns.map { table, names in
          let sql = "SELECT \(names.joined(separator: ", ")) FROM \(table)"
          return (table, try Row.fetchAll(db, sql: sql).map { "\($0)" }.sorted())
        })
    }
  }

  private func columns(_ path: String) throws -> [String: [String]] {
    try DatabaseQueue(path: path).read { db in
      try Dictionary(
        uniqueKeysWithValues: OldStore.tables(db).map { table in
          (table, try db.columns(in: table).map(\.name))
        })
    }
  }

  @Test(arguments: OldStore.versions)
  func everyRowOfAnOldStoreSurvives(_ version: Int) throws {
    let folder = try old(version)
    defer { folder.remove() }
    let columns = try columns(folder.path)
    let before = try oldValues(folder.path, columns)
    #expect(before["attempt"]?.count == 9)
    let store = try folder.open()
    #expect(try oldValues(folder.path, columns) == before)
    let health = try store.checkHealth()
    #expect(health.problems == [])
    #expect(health.schemaVersion == 2)
  }

  @Test func aMigratedStoreIsOneThatWasMadeNow() throws {
    let (migrated, made) = (try old(1), try StoreFolder())
    defer {
      migrated.remove()
      made.remove()
    }
    _ = try (migrated.open(), made.open())
    let sql = """
      SELECT name, sql FROM sqlite_master WHERE type IN ('view', 'index') ORDER BY name
      """
    let schemas = try [migrated, made].map { folder in
      try DatabaseQueue(path: folder.path).read { try Row.fetchAll($0, sql: sql) }
    }
    #expect(schemas[0] == schemas[1])
    #expect(try columns(migrated.path) == columns(made.path))
  }

  @Test func kindsOfOldFailuresAreToldWhereTheyAreCertain() throws {
    let folder = try old(1)
    defer { folder.remove() }
    let cells = try folder.open().frame().cells
    let kinds = Dictionary(uniqueKeysWithValues: cells.map { ($0.key, $0.failure) })
    #expect(kinds["b0"] == .timedOut)
    #expect(kinds["b1"] == .outOfMemory)
    #expect(kinds["a0"] == .some(nil))
    #expect(try folder.open().attempts(key: "a1").map(\.failure) == [nil, nil])
    #expect(try folder.open().attempts(key: "a1").map(\.state) == [.failed, .done])
    #expect(try folder.open().attempts(key: "c0").map(\.failure) == [.cancelled, nil])
  }

  @Test func anOldStoreIsReadWithoutBeingChanged() throws {
    let (read, migrated) = (try old(1), try old(1))
    defer {
      read.remove()
      migrated.remove()
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: read.path))
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: read.path)
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: read.url.path)
    defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: read.url.path) }
    let store = try read.open(.readOnly)
    let query = FrameQuery(content: .numbersAndSnapshots)
    #expect(try store.frame(query) == migrated.open().frame(query))
    #expect(try store.checkHealth().problems == [])
    #expect(try store.checkHealth().schemaVersion == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: read.path)) == bytes)
  }

  @Test func aRunContinuesAnOldStore() throws {
    let folder = try old(1)
    defer { folder.remove() }
    let store = try folder.open()
    let cell = StoreFolder.identity(task: "dam", model: "unet", seed: 1)
    let ticket = try store.begin(StoreFolder.run("r2"), plan: StoreFolder.plan([(cell, "d1")]))
    #expect(try store.states(among: ["d1"])["d1"]?.reason == "the harness was killed")
    try store.record(StoreFolder.result(cell, "d1", run: "r2"), in: ticket)
    #expect(try store.cell(matching: "d1").state == .done)
    #expect(try store.checkHealth().problems == [])
  }

  @Test func aMigrationThatFailsLeavesTheOldStore() throws {
    let folder = try old(1)
    defer { folder.remove() }
    // A table in the way of one that the migration makes after it changed others.
    try DatabaseQueue(path: folder.path).write {
      try $0.execute(sql: "CREATE TABLE attempt_fact (x)")
    }
    let before = try OldStore.rows(folder.path)
    #expect(throws: AssayError.self) { _ = try folder.open() }
    #expect(try OldStore.rows(folder.path) == before)
    try DatabaseQueue(path: folder.path).write { db in
      #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == 1)
      try db.execute(sql: "DROP TABLE attempt_fact")
    }
    #expect(try folder.open().frame().cells.count == 7)
  }

  @Test func aMigrationThatIsKilledLeavesTheOldStoreOrTheNewOne() throws {
    let writer = try BuiltProduct.executable("store-test-writer")
    for delay in stride(from: 0, to: 40_000, by: 4000) {
      let folder = try old(1)
      defer { folder.remove() }
      let process = try ChildProcess(writer, ["open", folder.path])
      usleep(useconds_t(delay))
      process.send(SIGKILL)
      _ = try process.wait()
      let version = try DatabaseQueue(path: folder.path).read {
        try Int.fetchOne($0, sql: "PRAGMA user_version")
      }
      #expect(version == 1 || version == 2)
      #expect(try folder.open().frame().cells.count == 7)
      #expect(try folder.open().checkHealth().problems == [])
    }
  }

  @Test func aDamagedOldStoreIsNotMigrated() throws {
    let folder = try old(1)
    defer { folder.remove() }
    var data = try Data(contentsOf: URL(fileURLWithPath: folder.path))
    data.replaceSubrange(3 * 4096..<12 * 4096, with: Data(repeating: 0xAA, count: 9 * 4096))
    try data.write(to: URL(fileURLWithPath: folder.path))
    let error = #expect(throws: AssayError.self) { _ = try folder.open() }
    #expect(error?.kind == .storeDamaged)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path)) == data)
  }
}
