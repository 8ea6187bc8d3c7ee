import Experiment
import Foundation
import Store
import Testing

@Suite struct RecordingTests {
  private let cell = StoreFolder.identity()

  @Test func aStoredCellComesBackBitForBit() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let result = StoreFolder.result(cell, "ab12", run: "r1")
    do {
      let store = try folder.open()
      let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12")]))
      try store.start(key: "ab12", in: ticket)
      try store.record(result, in: ticket)
      try store.end(ticket, state: .ended, at: "2026-07-31T10:00:02.000Z")
    }
    let frame = try folder.open(.readOnly).frame(FrameQuery(content: .numbersAndSnapshots))
    #expect(frame.cells == [result])
    #expect(frame.suites == [StoreFolder.suite])
    var run = StoreFolder.run("r1")
    run.ended = "2026-07-31T10:00:02.000Z"
    #expect(frame.runs == [run])
  }

  @Test func snapshotsAreReadOnRequestOnly() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12")]))
    try store.record(StoreFolder.result(cell, "ab12", run: "r1"), in: ticket)
    #expect(try store.frame().cells[0].evaluation.snapshots == [])
    #expect(try store.cell(matching: "ab").evaluation.snapshots.count == 1)
  }

  @Test func theLastAttemptIsTheStateOfACell() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let plan = StoreFolder.plan([(cell, "ab12")])
    let first = try store.begin(StoreFolder.run("r1"), plan: plan)
    try store.record(StoreFolder.result(cell, "ab12", run: "r1", state: .failed), in: first)
    #expect(try store.states(among: ["ab12", "none"]).mapValues(\.state) == ["ab12": .failed])
    let second = try store.begin(StoreFolder.run("r2"), plan: plan)
    try store.record(StoreFolder.result(cell, "ab12", run: "r2"), in: second)
    #expect(try store.completedKeys(among: ["ab12"]) == ["ab12"])
    #expect(try store.attempts(key: "ab12").map(\.state) == [.failed, .done])
    #expect(try store.attempts(key: "ab12").map(\.run) == ["r1", "r2"])
  }

  @Test func whatAKilledRunLeftIsGivenUpAndOlderResultsStay() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let other = StoreFolder.identity(seed: 1)
    let plan = StoreFolder.plan([(cell, "ab12"), (other, "cd34")])
    let store = try folder.open()
    let first = try store.begin(StoreFolder.run("r1"), plan: plan)
    try store.record(StoreFolder.result(cell, "ab12", run: "r1"), in: first)
    try store.start(key: "ab12", in: first)
    try store.start(key: "cd34", in: first)
    #expect(try store.states(among: ["ab12"])["ab12"]?.state == .running)
    _ = try store.begin(StoreFolder.run("r2"), plan: plan)
    let states = try store.states(among: ["ab12", "cd34"])
    #expect(states["ab12"]?.state == .done)
    #expect(
      states["cd34"] == StoredState(state: .cancelled, reason: "the harness was killed"))
  }

  @Test func aCancelledAttemptDoesNotReplaceAFinishedOne() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let plan = StoreFolder.plan([(cell, "ab12")])
    let first = try store.begin(StoreFolder.run("r1"), plan: plan)
    try store.record(StoreFolder.result(cell, "ab12", run: "r1"), in: first)
    let second = try store.begin(StoreFolder.run("r2"), plan: plan)
    try store.start(key: "ab12", in: second)
    try store.record(StoreFolder.result(cell, "ab12", run: "r2", state: .cancelled), in: second)
    #expect(try store.frame().cells.map(\.run) == ["r1"])
  }

  @Test func aFrameHoldsTheNewestCellOfEachIdentitySorted() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let dam = StoreFolder.identity(task: "dam")
    let first = try store.begin(
      StoreFolder.run("r1"), plan: StoreFolder.plan([(dam, "d1"), (cell, "old")]))
    try store.record(StoreFolder.result(dam, "d1", run: "r1"), in: first)
    try store.record(StoreFolder.result(cell, "old", run: "r1"), in: first)
    let second = try store.begin(StoreFolder.run("r2"), plan: StoreFolder.plan([(cell, "new")]))
    try store.record(StoreFolder.result(cell, "new", run: "r2"), in: second)
    #expect(try store.frame().cells.map(\.key) == ["new", "d1"])
    let third = try store.begin(StoreFolder.run("r3"), plan: StoreFolder.plan([(cell, "old")]))
    try store.reuse(keys: ["old"], in: third)
    #expect(try store.frame().cells.map(\.key) == ["old", "d1"])
    #expect(try store.frame(FrameQuery(profiles: [.paper])).cells == [])
    #expect(try store.frame(FrameQuery(suites: ["cfdbench"])).cells.count == 2)
  }

  @Test func longLogsAreKeptWholeAndShortOnesInTheDatabase() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let other = StoreFolder.identity(seed: 1)
    let ticket = try store.begin(
      StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12"), (other, "cd34")]))
    let long = CellLog((1...100).map { "line \($0)\n" }.joined())
    #expect(long.tail == (61...100).map { "line \($0)\n" }.joined())
    try store.record(StoreFolder.result(cell, "ab12", run: "r1"), log: long, in: ticket)
    try store.record(
      StoreFolder.result(other, "cd34", run: "r1", state: .failed), log: CellLog("one\n"),
      in: ticket)
    #expect(try store.log(key: "ab12") == long)
    #expect(try store.log(key: "cd34") == CellLog("one\n"))
  }

  @Test func cellsAreFoundByKeyAndByIdentity() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let other = StoreFolder.identity(seed: 1)
    let ticket = try store.begin(
      StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12"), (other, "ab34")]))
    try store.record(StoreFolder.result(cell, "ab12", run: "r1"), in: ticket)
    try store.record(StoreFolder.result(other, "ab34", run: "r1"), in: ticket)
    #expect(try store.cell(matching: "ab3").identity == other)
    #expect(try store.cell(matching: "\(cell)").identity == cell)
    #expect(try store.cell(matching: "cfdbench/cavity/fno/1").identity == other)
    let error = #expect(throws: AssayError.self) { try store.cell(matching: "ab") }
    #expect(
      error?.found == "it fits ab12 (cfdbench/cavity/fno/seed 0/quick), "
        + "ab34 (cfdbench/cavity/fno/seed 1/quick)")
    #expect(throws: AssayError.self) { try store.cell(matching: "ff") }
  }

  @Test func pastSecondsAreThoseOfTheLastAttempt() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let plan = StoreFolder.plan([(cell, "ab12")])
    let ticket = try store.begin(StoreFolder.run("r1"), plan: plan)
    var result = StoreFolder.result(cell, "ab12", run: "r1")
    try store.record(result, in: ticket)
    result.resources.wallSeconds = 2.5
    try store.record(result, in: ticket)
    #expect(
      try store.pastSeconds(suite: "cfdbench", profile: .quick)
        == [TaskModelPair(task: "cavity", model: "fno"): 2.5])
    #expect(try store.pastSeconds(suite: "cfdbench", profile: .paper).isEmpty)
  }

  @Test func comparisonsWithBaselinesAreNoted() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    #expect(try store.lastComparedHash(baseline: "quick") == nil)
    try store.noteComparison(baseline: "quick", hash: "h1", at: "2026-07-31")
    try store.noteComparison(baseline: "quick", hash: "h2", at: "2026-08-01")
    #expect(try store.lastComparedHash(baseline: "quick") == "h2")
  }
}
