import Experiment
import Foundation
import GRDB
import Store
import Testing

@Suite struct DamageTests {
  /// A store of twenty cells, closed.
  private func filled() throws -> StoreFolder {
    let folder = try StoreFolder()
    let store = try folder.open()
    let cells = (0..<20).map { (StoreFolder.identity(seed: $0), "key\($0)") }
    let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan(cells))
    for (identity, key) in cells {
      try store.record(StoreFolder.result(identity, key, run: "r1"), in: ticket)
    }
    return folder
  }

  /// Opens the store, which must be refused with every byte left as it was.
  private func refused(
    _ folder: StoreFolder, _ access: ResultStore.Access = .readWrite
  ) throws -> AssayError? {
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path))
    let error = #expect(throws: AssayError.self) { _ = try folder.open(access) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path)) == before)
    return error
  }

  private func change(_ folder: StoreFolder, _ change: (inout Data) -> Void) throws {
    var data = try Data(contentsOf: URL(fileURLWithPath: folder.path))
    change(&data)
    try data.write(to: URL(fileURLWithPath: folder.path))
  }

  @Test(arguments: [ResultStore.Access.readWrite, .readOnly])
  func aTextFileIsNotTouched(_ access: ResultStore.Access) throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    try Data(String(repeating: "my notes\n", count: 50).utf8)
      .write(to: URL(fileURLWithPath: folder.path))
    let error = try refused(folder, access)
    #expect(error?.kind == .storeDamaged)
    #expect(
      error?.description
        == "\(folder.path): the file is not an SQLite database; expected a store made by assay; "
        + "name another file; this one was not changed.")
  }

  @Test func theDatabaseOfAnotherProgramIsNotTouched() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    try DatabaseQueue(path: folder.path).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    let error = try refused(folder)
    #expect(error?.kind == .storeDamaged)
    #expect(error?.found == "the database belongs to another program")
  }

  @Test func aNewerSchemaIsNotTouched() throws {
    let folder = try filled()
    defer { folder.remove() }
    try DatabaseQueue(path: folder.path).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = 99")
    }
    let error = try refused(folder)
    #expect(error?.kind == .storeDamaged)
    #expect(error?.found == "the store has schema version 99")
    #expect(try refused(folder, .readOnly)?.kind == .storeDamaged)
  }

  @Test func aFileCutShortIsRefused() throws {
    let folder = try filled()
    defer { folder.remove() }
    try change(folder) { $0 = $0.prefix($0.count - 5000) }
    let error = try refused(folder)
    #expect(error?.kind == .storeDamaged)
    #expect(error?.found.contains("bytes of the") == true)
  }

  @Test func aDamagedPageIsFoundBeforeAnythingIsWritten() throws {
    let folder = try filled()
    defer { folder.remove() }
    try change(folder) { data in
      for page in 6..<12 {
        data.replaceSubrange(page * 4096..<page * 4096 + 64, with: Data(repeating: 0xAA, count: 64))
      }
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path))
    let error = #expect(throws: AssayError.self) { try folder.open().refuseDamage() }
    #expect(error?.kind == .storeDamaged)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path)) == before)
  }

  @Test func anEmptyFileBecomesAStore() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    try Data().write(to: URL(fileURLWithPath: folder.path))
    #expect(try folder.open().checkHealth().problems == [])
  }

  @Test func readingWithoutAStoreSaysWhatToDo() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let error = #expect(throws: AssayError.self) { _ = try folder.open(.readOnly) }
    #expect(error?.kind == .badInput)
    #expect(error?.remedy.contains("assay run") == true)
  }

  @Test func aFolderThatCannotBeWrittenSaysSo() throws {
    // Not even the superuser makes files there.
    let path = "/proc/self/task/results.sqlite"
    let error = #expect(throws: AssayError.self) {
      _ = try ResultStore(path: path, access: .readWrite)
    }
    #expect(error?.kind == .cannotWrite)
    let locked = #expect(throws: AssayError.self) {
      _ = try StoreLock.acquire(path: path, holder: "a test")
    }
    #expect(locked?.kind == .cannotWrite)
  }

  @Test func aStoreInAReadOnlyFolderCanBeRead() throws {
    let folder = try filled()
    defer { folder.remove() }
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path)
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path) }
    #expect(try folder.open(.readOnly).frame().cells.count == 20)
  }

  @Test func healthNamesMissingChangedAndOrphanedArtifacts() throws {
    let folder = try filled()
    defer { folder.remove() }
    let artifacts = folder.url.appending(path: "artifacts")
    let names = try FileManager.default.subpathsOfDirectory(atPath: artifacts.path)
      .filter { $0.count > 10 }
    let name = try #require(names.first)
    try Data("changed".utf8).write(to: artifacts.appending(path: name))
    #expect(try folder.open().checkHealth().problems.map { $0.hasSuffix("was changed") } == [true])
    try FileManager.default.removeItem(at: artifacts.appending(path: name))
    #expect(try folder.open().checkHealth().problems.map { $0.hasSuffix("is missing") } == [true])
    try Data().write(to: artifacts.appending(path: "\(name.prefix(3))orphan"))
    #expect(try folder.open().checkHealth().orphanedFiles == ["\(name.prefix(2))orphan"])
  }

  @Test func referencesAreEnforced() throws {
    let folder = try filled()
    defer { folder.remove() }
    let database = try DatabaseQueue(path: folder.path)
    #expect(throws: DatabaseError.self) {
      try database.write { try $0.execute(sql: "DELETE FROM task") }
    }
  }
}
