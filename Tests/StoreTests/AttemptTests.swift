import Experiment
import GRDB
import Store
import Testing

/// What is stored of an attempt beside its numbers.
@Suite struct AttemptTests {
  private let cell = StoreFolder.identity()

  @Test func kindOfFailureLoadAndFactsComeBack() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12")]))
    var result = StoreFolder.result(cell, "ab12", run: "r1", state: .failed)
    result.failure = .segmentationFault
    result.resources.foreignLoad = 1.25
    result.facts = ["torch": "2.13", "python": "3.12"]
    try store.record(result, in: ticket)
    #expect(try store.frame().cells == [result])
    #expect(try store.frame(run: "r1").cells == [result])
    #expect(try store.attempts(key: "ab12") == [result])
    let counts = try DatabaseQueue(path: folder.path).read { db in
      (
        try Row.fetchAll(db, sql: "SELECT failure, count FROM v_failure_counts").map { "\($0)" },
        try Row.fetchAll(db, sql: "SELECT name, value FROM v_facts").count,
        try Double.fetchOne(db, sql: "SELECT foreign_load FROM v_failures")
      )
    }
    #expect(counts.0 == ["[failure:\"segmentation-fault\" count:1]"])
    #expect(counts.1 == 2)
    #expect(counts.2 == 1.25)
  }

  @Test func everyRetryWithinARunStays() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12")]))
    for state in [CellState.failed, .failed, .done] {
      try store.start(key: "ab12", in: ticket)
      #expect(try store.states(among: ["ab12"])["ab12"]?.state == .running)
      try store.record(StoreFolder.result(cell, "ab12", run: "r1", state: state), in: ticket)
    }
    #expect(try store.attempts(key: "ab12").map(\.state) == [.failed, .failed, .done])
    #expect(try store.frame(run: "r1").cells.map(\.state) == [.done])
    #expect(try store.frame().cells[0].evaluation.measurements.count == 3)
    #expect(try store.checkHealth().problems == [])
  }

  @Test func aCancelledRetryLeavesTheOutcomeBeforeIt() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12")]))
    try store.record(StoreFolder.result(cell, "ab12", run: "r1", state: .failed), in: ticket)
    try store.start(key: "ab12", in: ticket)
    try store.record(StoreFolder.result(cell, "ab12", run: "r1", state: .cancelled), in: ticket)
    #expect(try store.states(among: ["ab12"])["ab12"]?.state == .failed)
    #expect(try store.attempts(key: "ab12").map(\.failure) == [nil, .cancelled])
  }

  /// SQL, quotes, bytes that are no UTF-8 and the end of a C string are characters like others.
  @Test func namesThatLookLikeSQLDoNoHarm() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let evil =
      "x'; DROP TABLE cell; --\"`\\ %_\u{202E}" + String(decoding: [0xFF, 0xC0], as: UTF8.self)
    let identity = CellIdentity(
      suite: "cfdbench", task: evil, model: evil + "2", seed: 0, profile: .quick)
    let run = StoreFolder.run(evil)
    let ticket = try store.begin(run, plan: StoreFolder.plan([(identity, evil)]))
    try store.start(key: evil, in: ticket)
    var result = StoreFolder.result(identity, evil, run: evil, state: .failed)
    result.reason = evil
    result.facts = [evil: evil]
    try store.record(result, log: CellLog(evil), in: ticket)
    #expect(try store.frame().cells == [result])
    #expect(try store.log(key: evil).text == evil)
    #expect(try store.states(among: [evil]).count == 1)
    #expect(throws: AssayError.self) { try store.cell(matching: evil) }
    #expect(try store.checkHealth().problems == [])
  }

  @Test func theEndOfACStringIsShownInTextsAndRefusedInNames() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12")]))
    var result = StoreFolder.result(cell, "ab12", run: "r1", state: .failed)
    result.reason = "a\0b"
    result.facts = ["n\0": "v\0"]
    try store.record(result, log: CellLog("one\0two"), in: ticket)
    let stored = try store.frame().cells[0]
    #expect(stored.reason == "a\u{2400}b")
    #expect(stored.facts == ["n\u{2400}": "v\u{2400}"])
    #expect(try store.log(key: "ab12").text.contains("two"))
    #expect(try store.checkHealth().problems == [])
    let error = #expect(throws: AssayError.self) {
      _ = try store.begin(StoreFolder.run("r2"), plan: StoreFolder.plan([(cell, "ab12\0cd")]))
    }
    #expect(error?.location == "the key of a cell 'ab12\u{2400}cd'")
    #expect(error?.found == "a NUL in its name")
  }
}
