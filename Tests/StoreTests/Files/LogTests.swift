import Experiment
import Foundation
import Store
import Testing

/// Stores as killed runs leave them: with a write-ahead log.
@Suite struct LogTests {
  private static let count = 12

  /// A store whose last commits are in its log, after `change` to the log.
  private func killed(_ change: (inout Data) -> Void) throws -> StoreFolder {
    let living = try StoreFolder(inMemory: true)
    defer { living.remove() }
    let cells = (0..<Self.count).map { (StoreFolder.identity(seed: $0), "key-\($0)") }
    let store = try living.open()
    let ticket = try store.begin(StoreFolder.run("a"), plan: StoreFolder.plan(cells))
    for (identity, key) in cells {
      try store.start(key: key, in: ticket)
      try store.record(StoreFolder.result(identity, key, run: "a"), in: ticket)
    }
    let dead = try StoreFolder(inMemory: true)
    try FileManager.default.copyItem(atPath: living.path, toPath: dead.path)
    try FileManager.default.copyItem(
      at: living.url.appending(path: "artifacts"), to: dead.url.appending(path: "artifacts"))
    var log = try Data(contentsOf: URL(filePath: living.path + "-wal"))
    change(&log)
    try log.write(to: URL(filePath: dead.path + "-wal"))
    return dead
  }

  private func done(_ folder: StoreFolder) throws -> Int {
    try folder.open(.readOnly).frame().cells.count { $0.state == .done }
  }

  @Test func aLogThatIsWholeIsRead() throws {
    let folder = try killed { _ in }
    defer { folder.remove() }
    #expect(try done(folder) == Self.count)
  }

  @Test func aLogThatEndsAmidAFrameIsRead() throws {
    let folder = try killed { $0.removeLast(2000) }
    defer { folder.remove() }
    #expect(try done(folder) >= Self.count - 1)
  }

  @Test func aLastFrameThatDoesNotFitIsThatOfACrash() throws {
    let folder = try killed { $0[$0.count - 100] ^= 4 }
    defer { folder.remove() }
    #expect(try done(folder) >= Self.count - 1)
  }

  @Test(arguments: [ResultStore.Access.readOnly, .readWrite])
  func aLogThatIsDamagedAmidItsCommitsIsRefusedAndLeft(access: ResultStore.Access) throws {
    let folder = try killed { $0[32 + 24 + 100 + 4120 * 3] ^= 4 }
    defer { folder.remove() }
    let before = try Data(contentsOf: URL(filePath: folder.path + "-wal"))
    let error = try #require(throws: AssayError.self) { try folder.open(access) }
    #expect(error.kind == .storeDamaged)
    #expect(error.found.hasPrefix("its write-ahead log is damaged at frame 4 of "))
    #expect(try Data(contentsOf: URL(filePath: folder.path + "-wal")) == before)
  }

  @Test func aRepairKeepsTheDamagedLogAndTheFilesThatItRefersTo() throws {
    let folder = try killed { $0[32 + 24 + 100 + 4120 * 3] ^= 4 }
    defer { folder.remove() }
    let log = try Data(contentsOf: URL(filePath: folder.path + "-wal"))
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: folder.url.appending(path: "artifacts").path)
    let report = try ResultStore.repair(path: folder.path)
    let copy = report.copy
    #expect(!copy.isEmpty)
    #expect(try Data(contentsOf: URL(filePath: copy + "-wal")) == log)
    #expect(try folder.open(.readOnly).checkHealth().problems.isEmpty)
    let left = try FileManager.default.subpathsOfDirectory(
      atPath: folder.url.appending(path: "artifacts").path)
    #expect(Set(left).isSuperset(of: files))
    // A repair that finds nothing to mend does not take them either.
    _ = try ResultStore.repair(path: folder.path)
    #expect(
      try Set(
        FileManager.default.subpathsOfDirectory(
          atPath: folder.url.appending(path: "artifacts").path)
      ).isSuperset(of: files))
  }
}
