import Experiment
import Foundation
import GRDB
import Randomness
import Store

/// Runs of a few cells with outcomes drawn at random, which can be told to one store or to several.
struct ToyHistory {
  struct Attempt {
    let cell: Int
    let state: CellState
    let seconds: Double
  }

  struct Run {
    let id: String
    let started: String
    /// What it plans; some it may not come to.
    let cells: [Int]
    let reused: [Int]
    let attempts: [Attempt]
  }

  let runs: [Run]

  init(_ random: inout RandomStream, runs count: Int, cells: Int) {
    let states: [CellState] = [.done, .done, .failed, .timedOut, .cancelled, .skipped]
    runs = (0..<count).map { number in
      let planned = (0..<cells).filter { _ in random.uniform() < 0.7 }
      let attempts = planned.flatMap { cell in
        (0..<random.index(below: 3)).map { _ in
          Attempt(
            cell: cell, state: states[random.index(below: states.count)],
            seconds: random.uniform())
        }
      }
      return Run(
        id: "run-\(random.index(below: 1000))-\(number)",
        started: "2026-08-01T10:0\(number):00.000Z",
        cells: planned, reused: planned.filter { _ in random.uniform() < 0.2 }, attempts: attempts)
    }
  }

  static func identity(_ cell: Int) -> CellIdentity {
    // Cells 0 and 1 are one identity under two keys, and so on.
    StoreFolder.identity(
      task: cell % 3 == 0 ? "dam" : "cavity", model: cell % 2 == 0 ? "fno" : "unet",
      seed: cell / 4)
  }

  static func key(_ cell: Int) -> String { "key\(cell)" }

  /// Tells `runs` to the store in `folder`, of each only the cells that `isTold` lets through.
  static func tell(
    _ runs: [Run], to folder: StoreFolder, reusing: Bool = true,
    isTold: (Int) -> Bool = { _ in true }
  ) throws {
    let store = try folder.open()
    for run in runs {
      var record = StoreFolder.run(run.id)
      record.started = run.started
      let ticket = try store.begin(
        record,
        plan: StoreFolder.plan(run.cells.filter(isTold).map { (identity($0), key($0)) }))
      if reusing { try store.reuse(keys: run.reused.filter(isTold).map(key), in: ticket) }
      for attempt in run.attempts where isTold(attempt.cell) {
        var result = StoreFolder.result(
          identity(attempt.cell), key(attempt.cell), run: run.id, state: attempt.state,
          error: Double(attempt.cell) / 3)
        result.resources.wallSeconds = attempt.seconds
        result.facts = ["torch": "2.13"]
        try store.start(key: key(attempt.cell), in: ticket)
        try store.record(result, in: ticket)
      }
      try store.end(ticket, state: .ended, at: run.started.replacing("10:", with: "11:"))
    }
  }

  /// Everything that the views say, apart from the numbers of rows.
  static func answers(_ folder: StoreFolder) throws -> [String: [String]] {
    try DatabaseQueue(path: folder.path).read { db in
      let views = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'view'")
      return try Dictionary(
        uniqueKeysWithValues: views.map { view in
          let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(view)").map { row in
            row.filter { !["attempt_id", "cell_id", "number"].contains($0.0) }
              .map { "\($0.0)=\($0.1)" }.joined(separator: " ")
          }
          return (view, rows.sorted())
        })
    }
  }
}
