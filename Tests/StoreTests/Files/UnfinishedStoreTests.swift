import Foundation
import GRDB
import Store
import Testing

/// Files of programs that were killed while they made a store.
@Suite struct UnfinishedStoreTests {
  private static let mark = 0x4153_5359

  /// A file that bears our mark and nothing else.
  private func markedFile(_ folder: StoreFolder) throws {
    let database = try DatabaseQueue(path: folder.path)
    try database.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA application_id = \(Self.mark)")
    }
    try database.close()
  }

  private func expectWhole(_ folder: StoreFolder) throws {
    let store = try folder.open()
    let cell = StoreFolder.identity()
    let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12")]))
    try store.record(StoreFolder.result(cell, "ab12", run: "r1"), in: ticket)
    let again = try ResultStore(path: folder.path, access: .readOnly)
    #expect(try again.frame().cells.count == 1)
    let (mark, mode) = try DatabaseQueue(path: folder.path).read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA application_id"),
        try String.fetchOne(db, sql: "PRAGMA journal_mode")
      )
    }
    #expect(mark == Self.mark)
    #expect(mode == "wal")
  }

  @Test func aMarkWithoutTablesIsFinished() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    try markedFile(folder)
    try expectWhole(folder)
  }

  /// The first transaction had written its page but not yet ended: its journal says that there was no
  /// page before, so that SQLite empties the file.
  @Test func aMarkThatIsTakenBackIsSetAgain() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    try markedFile(folder)
    try Self.journalOfAnEmptyFile.write(to: URL(filePath: folder.path + "-journal"))
    try expectWhole(folder)
  }

  /// SQLite file format, section 3: magic, no record, a nonce, no page before, sectors of 512 bytes, pages
  /// of 4096.
  private static var journalOfAnEmptyFile: Data {
    let magic: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
    let words: [UInt32] = [0, 0x1234_5678, 0, 512, 4096]
    let header =
      magic
      + words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
    return Data(header + [UInt8](repeating: 0, count: 512 - header.count))
  }
}
