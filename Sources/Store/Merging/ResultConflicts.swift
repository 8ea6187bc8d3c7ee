import Experiment
import GRDB

/// Different results of one key in two stores: a key stands for everything that can change a number, so
/// that one of them is wrong. Costs may differ.
struct ResultConflicts {
  private struct Place: Hashable, CustomStringConvertible {
    let quantity: Quantity
    let position: Int

    var description: String {
      "\(quantity.metric) of \(quantity.evaluation) on \(quantity.split)"
        + (position == 0 ? "" : " at \(position)")
    }
  }

  private struct Pair {
    let cell: Int64
    let there: Int64
    let here: Int64
  }

  private let source: ResultStore
  private let from: Database
  private let target: ResultStore
  private let into: Database

  init(_ source: ResultStore, _ from: Database, _ target: ResultStore, _ into: Database) {
    self.source = source
    self.from = from
    self.target = target
    self.into = into
  }

  /// Refuses the attempts that are to come when the last done one of a cell contradicts the last done
  /// one that is here.
  func refuse(_ pending: [AttemptMerge.Pending]) throws {
    var last: [Int64: Int64] = [:]
    let done = Set(try Int64.fetchAll(from, sql: "SELECT id FROM attempt WHERE state = 'done'"))
    for attempt in pending where done.contains(attempt.source) {
      last[attempt.cell] = attempt.source
    }
    let query = try into.cachedStatement(
      sql: """
        SELECT id FROM attempt WHERE cell_id = ? AND state = 'done'
        ORDER BY run_number DESC, id DESC LIMIT 1
        """)
    let pairs = try last.sorted { $0.key < $1.key }.compactMap { cell, there in
      try Int64.fetchOne(query, arguments: [cell]).map { Pair(cell: cell, there: there, here: $0) }
    }
    let (theirs, ours) = (
      try results(pairs.map(\.there), from), try results(pairs.map(\.here), into)
    )
    for pair in pairs {
      try compare(theirs[pair.there] ?? [:], ours[pair.here] ?? [:], cell: pair.cell)
    }
  }

  private func results(
    _ attempts: [Int64], _ db: Database
  ) throws -> [Int64: [Place: MeasuredValue]] {
    try StoredNumbers.measurements(try ResultStore.json(attempts), db).mapValues { found in
      let results = found.filter { $0.kind == .result }.map { measurement in
        let quantity = Quantity(
          metric: measurement.metric, evaluation: measurement.evaluation,
          split: measurement.split)
        return (Place(quantity: quantity, position: measurement.position), measurement.value)
      }
      return Dictionary(results, uniquingKeysWith: { first, _ in first })
    }
  }

  private func compare(
    _ theirs: [Place: MeasuredValue], _ ours: [Place: MeasuredValue], cell: Int64
  ) throws {
    let places = Set(theirs.keys).union(ours.keys).sorted { "\($0)" < "\($1)" }
    guard let place = places.first(where: { theirs[$0] != ours[$0] }) else { return }
    let name = try Row.fetchOne(
      into,
      sql: """
        SELECT suite.name, task.name, model.name, seed, profile, key FROM cell
        JOIN task ON task.id = task_id JOIN model ON model.id = model_id
        JOIN suite ON suite.id = task.suite_id WHERE cell.id = ?
        """, arguments: [cell])
    let cellName = name.map { row in
      "\(row[0] as String)/\(row[1] as String)/\(row[2] as String)/seed \(row[3] as Int)/"
        + "\(row[4] as String) (\((row[5] as String).prefix(12)))"
    }
    throw AssayError(
      .badInput, where: "\(source.path): cell \(cellName ?? "")",
      found: "\(place) is \(words(theirs[place])) there and \(words(ours[place])) here",
      expected: "the same results of one key",
      remedy: "find out which is right and leave the other out; nothing of this store was merged")
  }

  private func words(_ value: MeasuredValue?) -> String {
    switch value {
    case .value(let number): "\(number)"
    case .missing(let reason): "missing (\(reason))"
    case nil: "not measured"
    }
  }
}
