import Experiment
import Store
import Testing

/// What earlier runs found stays to be asked for, whatever the newest cells say.
@Suite struct HistoryTests {
  private let quantity = Quantity(metric: "nmse", evaluation: "one-step")

  /// Two runs of one identity under two keys, the code having changed between them.
  private func store(in folder: StoreFolder) throws -> ResultStore {
    let store = try folder.open()
    for (number, error) in [0.5, 0.25].enumerated() {
      let (run, key) = ("r\(number)", "key\(number)")
      let identity = StoreFolder.identity()
      var record = StoreFolder.run(run)
      record.started = "2026-08-0\(number + 1)T00:00:00.000Z"
      record.environment.facts["code"] = "commit-\(number)"
      let ticket = try store.begin(record, plan: StoreFolder.plan([(identity, key)]))
      try store.record(StoreFolder.result(identity, key, run: run, error: error), in: ticket)
      try store.end(ticket, state: .ended, at: "2026-08-0\(number + 1)T01:00:00.000Z")
    }
    return store
  }

  @Test func oldValuesAreToldWithTheirCodeOldestFirst() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let values = try store(in: folder).history(of: quantity, suite: "cfdbench", profile: .quick)
    #expect(values.map(\.value) == [.value(0.5), .value(0.25)])
    #expect(values.map(\.code) == ["commit-0", "commit-1"])
    #expect(values.map(\.key) == ["key0", "key1"])
    #expect(values[0].started == "2026-08-01T00:00:00.000Z")
  }

  @Test func onlyTheAskedQuantityOfTheAskedSuiteIsTold() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try store(in: folder)
    #expect(try store.history(of: quantity, suite: "cfdbench", profile: .paper).isEmpty)
    #expect(try store.history(of: quantity, suite: "other", profile: .quick).isEmpty)
    // Position 3 of the roll-out is no whole.
    let rollout = Quantity(metric: "nmse", evaluation: "rollout")
    #expect(try store.history(of: rollout, suite: "cfdbench", profile: .quick).isEmpty)
  }
}
