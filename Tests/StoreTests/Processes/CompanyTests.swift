import Experiment
import Foundation
import GRDB
import Store
import StoreFixtures
import Synchronization
import TestSupport
import Testing

/// Many programs at one store.
@Suite struct CompanyTests {
  @Test func manyProgramsThatBeginTogetherMakeOneStore() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let writer = try BuiltProduct.executable("store-test-writer")
    let processes = try (0..<6).map {
      try ChildProcess(writer, ["write", folder.path, "run-\($0)", "8"])
    }
    for process in processes {
      let outcome = try process.wait()
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
    let store = try folder.open()
    #expect(try store.frame(FrameQuery()).cells.count == 8)
    #expect(try store.runs().count == 6)
    #expect(try store.checkHealth().problems == [])
  }

  @Test func manyProgramsThatBeginTogetherMigrateOnce() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    try OldStore.write(version: 1, to: folder)
    let writer = try BuiltProduct.executable("store-test-writer")
    let processes = try (0..<6).map { _ in try ChildProcess(writer, ["open", folder.path]) }
    let frames = try (0..<4).map { _ in try folder.open(.readOnly).frame().cells.count }
    #expect(frames == [7, 7, 7, 7])
    for process in processes {
      let outcome = try process.wait()
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
    #expect(try folder.open(.readOnly).checkHealth().schemaVersion == 2)
  }

  @Test func readersSeeWholeCellsWhileOneWrites() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    _ = try folder.open()
    let writer = try BuiltProduct.executable("store-test-writer")
    let process = try ChildProcess(writer, ["write", folder.path, "run", "60"])
    let wrong = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 3) { _ in
      for _ in 0..<15 {
        do {
          let frame = try ResultStore(path: folder.path, access: .readOnly)
            .frame(FrameQuery(content: .numbersAndSnapshots))
          let bad = frame.cells.filter {
            $0.state == .done && $0 != ToyCells.result($0.identity.seed, run: "run")
          }
          if !bad.isEmpty { wrong.withLock { $0.append("half of \(bad[0].key)") } }
        } catch {
          wrong.withLock { $0.append("\(error)") }
        }
      }
    }
    #expect(wrong.withLock { $0 } == [])
    #expect(try process.wait().exitCode == 0)
    #expect(try folder.open(.readOnly).frame().cells.count == 60)
  }
}
