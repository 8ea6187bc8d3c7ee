import Experiment
import Foundation
import GRDB
import Randomness
import Store
import Testing

@Suite struct RepairTests {
  /// `STORE_DAMAGES` asks for more.
  private static let damages =
    ProcessInfo.processInfo.environment["STORE_DAMAGES"].flatMap(Int.init) ?? 40

  /// Two runs over thirty cells, some failed, with facts, files and long curves.
  private func filled() throws -> StoreFolder {
    let folder = try StoreFolder(inMemory: true)
    let store = try folder.open()
    for run in ["r1", "r2"] {
      let cells = (run == "r1" ? 0..<20 : 15..<30).map {
        (StoreFolder.identity(seed: $0), "key\($0)")
      }
      let ticket = try store.begin(StoreFolder.run(run), plan: StoreFolder.plan(cells))
      for (identity, key) in cells {
        let state: CellState = identity.seed % 7 == 6 ? .failed : .done
        var result = StoreFolder.result(
          identity, key, run: run, state: state, error: Double(identity.seed) / 7)
        result.facts = ["torch": "2.\(identity.seed)"]
        result.evaluation.curves.append(
          Curve(
            name: "long", axis: "step", positions: (0..<300).map(Double.init),
            values: (0..<300).map { Double($0 + identity.seed) / 3 }))
        try store.record(result, in: ticket)
      }
      try store.end(ticket, state: .ended, at: "2026-08-01T11:00:00.000Z")
    }
    return folder
  }

  private func copied(_ original: StoreFolder) throws -> StoreFolder {
    let folder = try StoreFolder(inMemory: true)
    try FileManager.default.removeItem(at: folder.url)
    try FileManager.default.copyItem(at: original.url, to: folder.url)
    return folder
  }

  private func done(_ folder: StoreFolder) throws -> [String: CellResult] {
    let cells = try folder.open(.readOnly).frame(FrameQuery(content: .numbersAndSnapshots)).cells
    return Dictionary(uniqueKeysWithValues: cells.filter { $0.state == .done }.map { ($0.key, $0) })
  }

  /// Changes bytes of a database somewhere behind its header; says what it did.
  private func damage(_ data: inout Data, _ random: inout RandomStream) -> String {
    let pages = data.count / 4096
    let page = random.index(below: pages)
    let start = max(page * 4096, 100)
    switch random.index(below: 5) {
    case 0:
      let place = 100 + random.index(below: data.count - 100)
      data[place] ^= UInt8(1 << random.index(below: 8))
      return "a bit of byte \(place)"
    case 1:
      for _ in 0..<20 {
        data[100 + random.index(below: data.count - 100)] = UInt8(random.index(below: 256))
      }
      return "twenty bytes"
    case 2:
      data.replaceSubrange(
        start..<page * 4096 + 4096, with: Data(count: page * 4096 + 4096 - start))
      return "zeros on page \(page + 1)"
    case 3:
      for place in start..<page * 4096 + 4096 { data[place] = UInt8(random.index(below: 256)) }
      return "noise on page \(page + 1)"
    default:
      data = data.prefix(max(4096, data.count - random.index(below: data.count / 2)))
      return "cut to \(data.count) bytes"
    }
  }

  /// The keys of cells of which every row can still be read as it was.
  private func readable(_ damaged: StoreFolder, like original: [String: [DatabaseValue]]) -> Set<
    String
  > {
    let found = try? RawCells.rows(damaged.path)
    return Set(original.filter { found?[$0.key] == $0.value }.map(\.key))
  }

  @Test func whatIsLeftOfADamagedStoreIsSavedAndNothingElse() throws {
    let original = try filled()
    defer { original.remove() }
    let expected = try done(original)
    let history = try expected.keys.reduce(into: [String: [CellResult]]()) {
      $0[$1] = try original.open(.readOnly).attempts(key: $1)
    }
    let rows = try RawCells.rows(original.path)
    #expect(expected.count == 26)
    #expect(Set(rows.keys).isSuperset(of: expected.keys))
    let stream = RandomStream(seed: 11).stream("damage")
    var saved = 0
    for number in 0..<Self.damages {
      var random = stream.stream(number)
      let folder = try copied(original)
      defer { folder.remove() }
      let url = URL(fileURLWithPath: folder.path)
      var data = try Data(contentsOf: url)
      let what = "case \(number): \(damage(&data, &random))"
      try data.write(to: url)
      let readable = readable(folder, like: rows)
      let report = try ResultStore.repair(path: folder.path)
      #expect(try folder.open(.readOnly).checkHealth().problems == [], "\(what)")
      let found = try done(folder)
      for (key, cell) in found {
        var plain = cell
        plain.evaluation.snapshots = []
        // An attempt that was lost gives its place to the one before it.
        #expect(history[key]?.contains(plain) == true, "\(what): \(key) is wrong")
        #expect(cell.evaluation.snapshots == expected[key]?.evaluation.snapshots, "\(what)")
      }
      let lost = readable.intersection(expected.keys).subtracting(found.keys).sorted()
      #expect(lost == [], "\(what), \(report.actions)")
      saved += found.count
      if report.copy != "" {
        #expect(try Data(contentsOf: URL(fileURLWithPath: report.copy)) == data, "\(what)")
      } else {
        #expect(found.count == expected.count, "\(what)")
      }
    }
    // Most damage takes few cells with it.
    #expect(saved > Self.damages * expected.count / 2)
  }

  @Test func aSoundStoreIsLeftAsItIs() throws {
    let folder = try filled()
    defer { folder.remove() }
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path))
    #expect(try ResultStore.repair(path: folder.path) == RepairReport())
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path)) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.filter { $0.contains("damaged") } == [])
  }

  @Test func aChangedNumberIsFoundAndItsCellRunsAgain() throws {
    let folder = try filled()
    defer { folder.remove() }
    try DatabaseQueue(path: folder.path).write { db in
      try db.execute(
        sql: """
          UPDATE measurement SET value = value + 1e-9 WHERE metric = 'nmse' AND position = 0
          AND attempt_id = (SELECT attempt_id FROM cell WHERE key = 'key3')
          """)
    }
    let problems = try folder.open().checkHealth().problems
    #expect(problems.count == 1)
    #expect(
      problems.first?.hasSuffix("at the cell key3 are not those that were recorded") == true)
    let report = try ResultStore.repair(path: folder.path)
    #expect(report.lostCells == ["key3"])
    let state = try folder.open().states(among: ["key3"])["key3"]
    #expect(
      state
        == StoredState(
          state: .cancelled,
          reason: "lost to damage, its stored values are not those that were recorded"))
    #expect(try folder.open().checkHealth().problems == [])
    let copy = try ResultStore(path: report.copy, access: .readOnly)
    #expect(try copy.states(among: ["key3"])["key3"]?.state == .done)
  }

  @Test func indicesAreMadeAnew() throws {
    let folder = try filled()
    defer { folder.remove() }
    let expected = try done(folder)
    // An index that was filled under another definition than the one it has.
    try define("attempt (cell_id)", in: folder)
    try DatabaseQueue(path: folder.path).writeWithoutTransaction {
      try $0.execute(sql: "REINDEX attempt_run")
    }
    try define("attempt (run_number)", in: folder)
    #expect(try folder.open().checkHealth().problems != [])
    let report = try ResultStore.repair(path: folder.path)
    #expect(report.lostCells == [])
    #expect(
      report.actions.contains("the indices did not fit their tables and were made anew"))
    #expect(try done(folder) == expected)
    #expect(try folder.open().checkHealth().problems == [])
  }

  private func define(_ columns: String, in folder: StoreFolder) throws {
    try DatabaseQueue(path: folder.path).writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA writable_schema = ON;
          UPDATE sqlite_master SET sql = 'CREATE INDEX attempt_run ON \(columns)'
            WHERE name = 'attempt_run';
          PRAGMA writable_schema = OFF;
          """)
    }
  }

  @Test func lostFilesMakeTheirCellsRunAgainAndLostLogsDoNot() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try folder.open()
    let cells = (0..<2).map { (StoreFolder.identity(seed: $0), "key\($0)") }
    let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan(cells))
    try store.record(StoreFolder.result(cells[0].0, "key0", run: "r1"), in: ticket)
    var plain = StoreFolder.result(cells[1].0, "key1", run: "r1")
    plain.evaluation.snapshots = []
    let log = CellLog((0..<50).map { "line \($0)\n" }.joined())
    try store.record(plain, log: log, in: ticket)
    try store.end(ticket, state: .ended, at: "2026-08-01T11:00:00.000Z")
    for file in ArtifactPlace.all(folder) { try Data("changed".utf8).write(to: file) }
    try ArtifactPlace.write(Data("nobody's".utf8), besides: folder)
    let report = try ResultStore.repair(path: folder.path)
    #expect(report.lostCells == ["key0"])
    // The copy of the damaged store may refer to the others.
    #expect(!report.copy.isEmpty && !report.actions.contains { $0.contains("were removed") })
    #expect(try folder.open().checkHealth().problems == [])
    #expect(try !folder.open().checkHealth().orphanedFiles.isEmpty)
    #expect(try folder.open().log(key: "key1").text == log.tail)
    #expect(try folder.open().completedKeys(among: ["key0", "key1"]) == ["key1"])
    let again = try folder.open()
    let second = try again.begin(StoreFolder.run("r2"), plan: StoreFolder.plan(cells))
    try again.record(StoreFolder.result(cells[0].0, "key0", run: "r2"), in: second)
    #expect(try again.checkHealth().problems == [])
  }

  @Test func whatAKilledRunLeftIsGivenUpAndItsLogBroughtIn() throws {
    let folder = try filled()
    defer { folder.remove() }
    let store = try folder.open()
    let cell = StoreFolder.identity(seed: 90)
    let ticket = try store.begin(StoreFolder.run("r3"), plan: StoreFolder.plan([(cell, "key90")]))
    try store.start(key: "key90", in: ticket)
    // As a killed process leaves it: the log beside the file.
    let left = try copied(folder)
    defer { left.remove() }
    let report = try ResultStore.repair(path: left.path)
    #expect(report.actions.contains("1 attempts of killed runs were given up"))
    #expect(report.actions.contains { $0.hasPrefix("a write-ahead log of ") })
    #expect(try left.open().states(among: ["key90"])["key90"]?.state == .cancelled)
  }

  @Test func aRunKeepsARepairAway() throws {
    let folder = try filled()
    defer { folder.remove() }
    let lock = try StoreLock.acquire(path: folder.path, holder: "run r9")
    let error = #expect(throws: AssayError.self) { try ResultStore.repair(path: folder.path) }
    #expect(error?.found == "it is being written by run r9")
    withExtendedLifetime(lock) {}
  }

  @Test func aForeignFileIsNotRepaired() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    try Data(String(repeating: "my notes\n", count: 50).utf8)
      .write(to: URL(fileURLWithPath: folder.path))
    #expect(throws: AssayError.self) { try ResultStore.repair(path: folder.path) }
    #expect(throws: AssayError.self) { try ResultStore.repair(path: folder.path + "-none") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
  }

  @Test func aRunThatWaitedForARepairSeesThatTheFileIsAnother() throws {
    let folder = try filled()
    defer { folder.remove() }
    let waiting = try folder.open()
    let url = URL(fileURLWithPath: folder.path)
    let data = try Data(contentsOf: url)
    try FileManager.default.removeItem(at: url)
    try data.write(to: url)
    let error = #expect(throws: AssayError.self) {
      _ = try waiting.begin(StoreFolder.run("r5"), plan: StoreFolder.plan([]))
    }
    #expect(error?.found == "the file was replaced after it was opened")
  }

  @Test func aDamagedOldStoreKeepsWhatIsWhole() throws {
    let old = try StoreFolder()
    defer { old.remove() }
    try OldStore.write(version: 1, to: old)
    let url = URL(fileURLWithPath: old.path)
    let whole = try Data(contentsOf: url)
    for page in 1..<whole.count / 4096 {
      let folder = try copied(old)
      defer { folder.remove() }
      var data = whole
      data.replaceSubrange(page * 4096..<page * 4096 + 4096, with: Data(count: 4096))
      try data.write(to: URL(fileURLWithPath: folder.path))
      _ = try ResultStore.repair(path: folder.path)
      let health = try folder.open(.readOnly).checkHealth()
      #expect(health.problems == [], "page \(page + 1)")
      #expect(health.schemaVersion == 2)
      for cell in try folder.open(.readOnly).frame().cells where cell.state == .done {
        #expect(cell.evaluation.measurements.count == 3, "page \(page + 1)")
        #expect(cell.evaluation.curves.count == 1, "page \(page + 1)")
      }
    }
  }
}
