import Experiment
import GRDB

/// The cells of one store among those of another.
struct CellMerge {
  /// The cell here of each cell there, by their ids.
  let numbers: [Int64: Int64]
  /// How many were not here.
  let added: Int
  private let into: Database
  private let origins: [Int64: String]

  init(
    _ from: Database, into: Database, _ catalogue: CatalogueMerge, _ runs: RunMerge, shard: String
  ) throws {
    self.into = into
    var (numbers, origins, added) = ([Int64: Int64](), [Int64: String](), 0)
    for row in try Row.fetchAll(from, sql: "SELECT * FROM cell ORDER BY id") {
      let (task, model) = (catalogue.tasks[row["task_id"]], catalogue.models[row["model_id"]])
      try into.execute(
        sql: """
          INSERT OR IGNORE INTO cell (key, task_id, model_id, seed, configuration, data_origin, state)
          VALUES (?, ?, ?, ?, ?, ?, 'planned')
          """,
        arguments: [
          row["key"], task, model, row["seed"], row["configuration"], row["data_origin"],
        ])
      added += into.changesCount
      let cell = try Self.found(row, task: task, model: model, into, shard: shard)
      numbers[row["id"]] = cell
      origins[cell] = row["data_origin"]
      if let last = (row["last_run"] as Int64?).flatMap({ runs.numbers[$0] }) {
        try into.execute(
          sql: "UPDATE cell SET last_run = max(coalesce(last_run, ?), ?) WHERE id = ?",
          arguments: [last, last, cell])
      }
    }
    (self.numbers, self.origins, self.added) = (numbers, origins, added)
  }

  /// The cell of a key, which must be the same cell in both stores.
  private static func found(
    _ row: Row, task: Int64?, model: Int64?, _ into: Database, shard: String
  ) throws -> Int64 {
    let key: String = row["key"]
    let cell = try Row.fetchOne(into, sql: "SELECT * FROM cell WHERE key = ?", arguments: [key])
    guard let cell, cell["task_id"] == task, cell["model_id"] == model,
      cell["seed"] as Int == row["seed"] as Int
    else {
      throw AssayError(
        .badInput, where: "\(shard): cell \(key.prefix(12))",
        found: "its key is that of another task, model or seed here",
        expected: "one cell of each key",
        remedy: "leave this store out: nothing of it was merged")
    }
    return cell["id"]
  }

  /// Gives every cell that came the state of its last finished attempt.
  func settle() throws {
    let list = try ResultStore.json(numbers.values.sorted())
    try ResultStore.settle(
      cells: "id IN (SELECT value FROM json_each(?))", arguments: [list], into)
  }
}
