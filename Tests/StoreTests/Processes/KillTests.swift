import Experiment
import Foundation
import Randomness
import Store
import StoreFixtures
import TestSupport
import Testing

/// A writer may die at any moment and lose nothing that it said was stored.
@Suite struct KillTests {
  /// `STORE_KILLS` asks for more.
  private static let kills =
    ProcessInfo.processInfo.environment["STORE_KILLS"].flatMap(Int.init) ?? 30
  private static let cells = 40

  /// Every cell that was told to be stored is there with everything; none is there by half.
  private func check(_ store: ResultStore, told: Set<Int>) throws {
    #expect(try store.checkHealth().problems == [])
    let frame = try store.frame(FrameQuery(content: .numbersAndSnapshots))
    let done = frame.cells.filter { $0.state == .done }
    for cell in done {
      #expect(cell == ToyCells.result(cell.identity.seed, run: cell.run))
      #expect(try store.log(key: cell.key) == ToyCells.log(cell.identity.seed))
    }
    let stored = Set(done.map(\.identity.seed))
    #expect(told.subtracting(stored).sorted() == [])
    for cell in frame.cells where cell.state != .done {
      #expect(cell.evaluation == Evaluation())
    }
  }

  @Test func aKilledWriterLosesNothingThatItSaidWasStored() throws {
    let writer = try BuiltProduct.executable("store-test-writer")
    var random = RandomStream(seed: 7).stream("kills")
    var (folder, told, round) = (try StoreFolder(), Set<Int>(), 0)
    defer { folder.remove() }
    for kill in 0..<Self.kills {
      let process = try ChildProcess(
        writer, ["write", folder.path, "run-\(round)", "\(Self.cells)"])
      usleep(useconds_t(random.uniform(from: 0, to: 120_000)))
      process.send(SIGKILL)
      let outcome = try process.wait()
      told.formUnion(outcome.output.split(separator: "\n").compactMap { Int($0) })
      round += 1
      if FileManager.default.fileExists(atPath: folder.path) {
        // Half of the time the next writer is the one that opens what the dead one left.
        if kill % 2 == 0, let reader = try? folder.open(.readOnly) { try check(reader, told: told) }
      }
      guard told.count == Self.cells else { continue }
      try check(try folder.open(), told: told)
      folder.remove()
      (folder, told) = (try StoreFolder(), [])
    }
    let last = try ChildProcess.run(writer, ["write", folder.path, "last", "\(Self.cells)"])
    #expect(last.exitCode == 0, "\(last.errors)")
    try check(try folder.open(), told: Set(0..<Self.cells))
  }

  @Test func aDiskThatIsFullEndsTheWriterWithAReasonAndKeepsWhatIsStored() throws {
    let writer = try BuiltProduct.executable("store-test-writer")
    let folder = try StoreFolder()
    defer { folder.remove() }
    let first = try ChildProcess.run(writer, ["write", folder.path, "first", "10"])
    #expect(first.exitCode == 0)
    let limit = try #require(
      try FileManager.default.attributesOfItem(atPath: folder.path)[.size] as? Int)
    let second = try ChildProcess.run(
      writer, ["write-small-files", folder.path, "second", "400", "\(limit + 20_000)"])
    #expect(second.exitCode == 2)
    #expect(second.errors.contains("free some disk space"))
    let told = second.output.split(separator: "\n").compactMap { Int($0) }
    try check(try folder.open(), told: Set(0..<10).union(told))
    let third = try ChildProcess.run(writer, ["write", folder.path, "third", "400"])
    #expect(third.exitCode == 0)
    try check(try folder.open(), told: Set(0..<400))
  }

  /// A real disk of two mebibytes, where this process may mount one.
  @Test func aSmallDiskThatFillsUpKeepsWhatIsStored() throws {
    let folder = try TemporaryFolder()
    guard mount("tmpfs", folder.url.path) else { return }
    defer { _ = try? ChildProcess.run(URL(fileURLWithPath: "/bin/umount"), [folder.url.path]) }
    let path = folder.url.appending(path: "results.sqlite").path
    let writer = try BuiltProduct.executable("store-test-writer")
    let outcome = try ChildProcess.run(writer, ["write", path, "first", "2000"])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("free some disk space"), "\(outcome.errors)")
    let told = outcome.output.split(separator: "\n").compactMap { Int($0) }
    #expect(!told.isEmpty)
    try check(try ResultStore(path: path, access: .readOnly), told: Set(told))
  }

  private func mount(_ kind: String, _ folder: String) -> Bool {
    let outcome = try? ChildProcess.run(
      URL(fileURLWithPath: "/bin/mount"), ["-t", kind, "-o", "size=2m", kind, folder])
    return outcome?.exitCode == 0
  }
}
