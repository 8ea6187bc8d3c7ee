import Experiment
import Foundation
import GRDB
import Randomness
import Store
import TestSupport
import Testing

@Suite struct MergeTests {
  private let cell = StoreFolder.identity()

  /// A store of one cell with an outcome.
  private func shard(
    run: String, error: Double = 0.25, minute: Int = 0, state: CellState = .done,
    key: String = "ab12"
  ) throws -> StoreFolder {
    let folder = try StoreFolder()
    let store = try folder.open()
    var record = StoreFolder.run(run)
    record.started = "2026-08-01T10:0\(minute):00.000Z"
    let ticket = try store.begin(record, plan: StoreFolder.plan([(cell, key)]))
    try store.record(
      StoreFolder.result(cell, key, run: run, state: state, error: error),
      log: CellLog((0..<50).map { "\(run) \($0)\n" }.joined()), in: ticket)
    try store.end(ticket, state: .ended, at: "2026-08-01T11:00:00.000Z")
    return folder
  }

  private func merged(_ shards: [StoreFolder]) throws -> StoreFolder {
    let folder = try StoreFolder()
    for shard in shards { _ = try folder.open().merge([shard.path]) }
    #expect(try folder.open().checkHealth().problems == [])
    return folder
  }

  @Test func aMergedCellComesWithEverything() throws {
    let (one, all) = (try shard(run: "r1"), try StoreFolder())
    defer {
      one.remove()
      all.remove()
    }
    let report = try all.open().merge([one.path])
    #expect(report.shards[0].attempts == 1)
    #expect(report.shards[0].runs == 1)
    #expect(report.shards[0].files == 2)
    let query = FrameQuery(content: .numbersAndSnapshots)
    #expect(try all.open().frame(query) == one.open().frame(query))
    #expect(try all.open().log(key: "ab12") == one.open().log(key: "ab12"))
    let before = try OldStore.rows(all.path)
    let again = try all.open().merge([one.path, one.path])
    #expect(again.shards.map(\.attempts) == [0, 0])
    #expect(again.shards.map(\.files) == [0, 0])
    #expect(try OldStore.rows(all.path) == before)
  }

  @Test(arguments: 0..<6)
  func anyOrderOfShardsGivesTheSameAsOneStore(_ seed: Int) throws {
    var random = RandomStream(seed: UInt64(seed)).stream("merge")
    let history = ToyHistory(&random, runs: 5, cells: 8)
    let whole = try StoreFolder()
    try ToyHistory.tell(history.runs, to: whole)
    let owners = history.runs.map { _ in random.index(below: 3) }
    let shards = try (0..<3).map { owner in
      let folder = try StoreFolder()
      _ = try folder.open()
      try ToyHistory.tell(
        zip(history.runs, owners).filter { $0.1 == owner }.map(\.0), to: folder)
      return folder
    }
    let merges = try [[0, 1, 2], [2, 1, 0], [1, 0, 2, 1]].map { order in
      try merged(order.map { shards[$0] })
    }
    defer { for folder in [whole] + shards + merges { folder.remove() } }
    let expected = try ToyHistory.answers(whole)
    for merge in merges {
      let found = try ToyHistory.answers(merge)
      for view in expected.keys.sorted() { #expect(found[view] == expected[view], "\(view)") }
      #expect(try merge.open().frame() == whole.open().frame())
      #expect(
        try merge.open().pastSeconds(suite: "cfdbench", profile: .quick)
          == whole.open().pastSeconds(suite: "cfdbench", profile: .quick))
    }
  }

  @Test(arguments: 0..<4)
  func cellsSplitOverShardsComeTogetherAgain(_ seed: Int) throws {
    var random = RandomStream(seed: UInt64(seed)).stream("split")
    let history = ToyHistory(&random, runs: 3, cells: 9)
    let whole = try StoreFolder()
    try ToyHistory.tell(history.runs, to: whole, reusing: false)
    let shards = try (0..<3).map { owner in
      let folder = try StoreFolder()
      try ToyHistory.tell(history.runs, to: folder, reusing: false) { $0 % 3 == owner }
      return folder
    }
    let merges = try [merged(shards), merged(shards.reversed())]
    defer { for folder in [whole] + shards + merges { folder.remove() } }
    let expected = try ToyHistory.answers(whole)
    for merge in merges {
      let found = try ToyHistory.answers(merge)
      for view in expected.keys.sorted() { #expect(found[view] == expected[view], "\(view)") }
    }
  }

  @Test func otherResultsOfOneKeyAreRefusedAndNothingIsMerged() throws {
    let (one, two) = (try shard(run: "r1"), try shard(run: "r2", error: 0.5, minute: 1))
    let all = try merged([one])
    defer { for folder in [one, two, all] { folder.remove() } }
    let before = try OldStore.rows(all.path)
    let error = #expect(throws: AssayError.self) { try all.open().merge([two.path]) }
    #expect(error?.kind == .badInput)
    #expect(
      error?.location == "\(two.path): cell cfdbench/cavity/fno/seed 0/quick (ab12)")
    #expect(error?.found == "nmse of one-step on test is 0.5 there and 0.25 here")
    #expect(try OldStore.rows(all.path) == before)
  }

  @Test func otherCostsOfOneKeyAreBothKept() throws {
    let (one, two) = (try shard(run: "r1"), try shard(run: "r2", minute: 1))
    try DatabaseQueue(path: two.path).write {
      try $0.execute(
        sql: """
          UPDATE measurement SET value = 9 WHERE kind = 'cost'; UPDATE attempt SET digest = NULL
          """)
    }
    let all = try merged([two, one])
    defer { for folder in [one, two, all] { folder.remove() } }
    #expect(try all.open().attempts(key: "ab12").map(\.run) == ["r1", "r2"])
    #expect(try all.open().frame().cells.map(\.run) == ["r2"])
  }

  @Test func aFailureHereAndAnOutcomeThereAreNoConflict() throws {
    let (one, two) = (
      try shard(run: "r1", state: .failed), try shard(run: "r2", error: 0.5, minute: 1)
    )
    let all = try merged([two, one])
    defer { for folder in [one, two, all] { folder.remove() } }
    #expect(try all.open().states(among: ["ab12"])["ab12"]?.state == .done)
  }

  @Test func whatAKilledRunLeftInAShardIsCancelledAndFinishedLater() throws {
    let (one, early) = (try StoreFolder(), try StoreFolder())
    defer {
      one.remove()
      early.remove()
    }
    let store = try one.open()
    let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12")]))
    try store.start(key: "ab12", in: ticket)
    _ = try early.open().merge([one.path])
    #expect(
      try early.open().states(among: ["ab12"])["ab12"]
        == StoredState(state: .cancelled, reason: "the harness was killed"))
    try store.record(StoreFolder.result(cell, "ab12", run: "r1"), in: ticket)
    try store.end(ticket, state: .ended, at: "2026-08-01T11:00:00.000Z")
    #expect(try early.open().merge([one.path]).shards[0].attempts == 1)
    #expect(try ToyHistory.answers(early) == ToyHistory.answers(one))
    #expect(try early.open().checkHealth().problems == [])
  }

  @Test func anOldShardIsReadAsItIs() throws {
    let (old, all) = (try StoreFolder(), try StoreFolder())
    defer {
      old.remove()
      all.remove()
    }
    try OldStore.write(version: 1, to: old)
    let before = try Data(contentsOf: URL(fileURLWithPath: old.path))
    #expect(try all.open().merge([old.path]).shards[0].attempts == 9)
    #expect(try Data(contentsOf: URL(fileURLWithPath: old.path)) == before)
    #expect(try all.open().frame().cells.count == 7)
    #expect(try all.open().checkHealth().problems == [])
    #expect(try all.open().lastComparedHash(baseline: "quick") == "h1")
  }

  @Test func shardsThatCannotBeTrustedAreRefused() throws {
    let (bad, all) = (try shard(run: "r1"), try StoreFolder())
    defer {
      bad.remove()
      all.remove()
    }
    let store = try all.open()
    #expect(throws: AssayError.self) { try store.merge([all.path]) }
    #expect(throws: AssayError.self) { try store.merge([bad.path + "-none"]) }
    let lock = try StoreLock.acquire(path: bad.path, holder: "run r9 of process 7")
    let held = #expect(throws: AssayError.self) { try store.merge([bad.path]) }
    #expect(held?.found == "it is being written by run r9 of process 7")
    withExtendedLifetime(lock) {}
  }

  @Test func aShardWithDamageOrMissingFilesIsRefused() throws {
    let (bad, torn, all) = (try shard(run: "r1"), try shard(run: "r2"), try StoreFolder())
    defer { for folder in [bad, torn, all] { folder.remove() } }
    var data = try Data(contentsOf: URL(fileURLWithPath: bad.path))
    data.replaceSubrange(4 * 4096..<16 * 4096, with: Data(repeating: 0xAA, count: 12 * 4096))
    try data.write(to: URL(fileURLWithPath: bad.path))
    let damaged = #expect(throws: AssayError.self) { try all.open().merge([bad.path]) }
    #expect(damaged?.kind == .storeDamaged)
    for file in ArtifactPlace.all(torn) { try FileManager.default.removeItem(at: file) }
    let missing = #expect(throws: AssayError.self) { try all.open().merge([torn.path]) }
    #expect(missing?.kind == .storeDamaged)
    #expect(try all.open().runs().isEmpty)
  }

  @Test func aMergeWaitsForNoRun() throws {
    let (one, all) = (try shard(run: "r1"), try StoreFolder())
    defer {
      one.remove()
      all.remove()
    }
    let store = try all.open()
    let lock = try StoreLock.acquire(path: all.path, holder: "run r5")
    #expect(throws: AssayError.self) { try store.merge([one.path]) }
    withExtendedLifetime(lock) {}
  }
}
