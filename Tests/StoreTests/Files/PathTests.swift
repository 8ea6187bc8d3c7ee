import Experiment
import Foundation
import Store
import Testing

@Suite struct PathTests {
  @Test func aLinkIsFollowedToItsFileEvenBeforeItIsThere() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let elsewhere = folder.url.appending(path: "elsewhere")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path, withDestinationPath: "elsewhere/real.sqlite")
    let cells = [(StoreFolder.identity(), "key")]
    do {
      let store = try folder.open()
      let ticket = try store.begin(StoreFolder.run("a"), plan: StoreFolder.plan(cells))
      try store.record(StoreFolder.result(cells[0].0, "key", run: "a"), in: ticket)
    }
    #expect(try folder.open(.readOnly).frame().cells.count == 1)
    let direct = try ResultStore(
      path: elsewhere.appending(path: "real.sqlite").path, access: .readOnly)
    #expect(try direct.frame().cells.count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "artifacts").path))
    #expect(try ResultStore.repair(path: folder.path).actions.isEmpty)
  }

  @Test(arguments: ["", ":memory:", "file:results.sqlite?mode=memory", "a\0b"])
  func whatIsNoFilesNameIsRefused(path: String) throws {
    let error = try #require(throws: AssayError.self) {
      try ResultStore(path: path, access: .readWrite)
    }
    #expect(error.kind == .badInput)
  }

  @Test func aCircleOfLinksIsRefused() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path, withDestinationPath: "results.sqlite")
    let error = try #require(throws: AssayError.self) { try folder.open() }
    #expect(error.found == "a circle of symbolic links")
  }
}
