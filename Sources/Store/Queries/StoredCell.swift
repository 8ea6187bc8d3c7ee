import Experiment
import GRDB

/// A row of `v_cells` (or of the same columns): a result without its numbers.
struct StoredCell {
  let attempt: Int64
  let result: CellResult

  static func fetch(_ db: Database, _ request: SQLRequest<Row>) throws -> [StoredCell] {
    let rows = try request.fetchCursor(db)
    var cells: [StoredCell] = []
    while let row = try rows.next() { cells.append(try StoredCell(row)) }
    return cells
  }

  init(_ row: Row) throws {
    attempt = row["attempt_id"]
    result = CellResult(
      identity: CellIdentity(
        suite: row["suite"], task: row["task"], model: row["model"], seed: row["seed"],
        profile: try Self.word(row, "profile")),
      key: row["key"], state: try Self.word(row, "state"), reason: row["reason"],
      failure: try (row["failure"] as String?).map { _ in try Self.word(row, "failure") },
      configuration: row["configuration"], dataOrigin: try Self.word(row, "data_origin"),
      parameterCount: row["parameter_count"], run: row["run"],
      resources: ResourceUse(
        wallSeconds: row["wall_seconds"], userSeconds: row["user_seconds"],
        systemSeconds: row["system_seconds"], peakMebibytes: row["peak_mebibytes"],
        concurrentCells: row["concurrent_cells"], foreignLoad: row["foreign_load"]))
  }

  /// A column that holds one of a closed set of words.
  static func word<Word: RawRepresentable>(
    _ row: Row, _ column: String
  ) throws -> Word where Word.RawValue == String {
    let text: String = row[column]
    guard let word = Word(rawValue: text) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "'\(text)' is no \(column) that this program knows")
    }
    return word
  }
}
