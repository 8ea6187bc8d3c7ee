import GRDB

/// Puts rows of a damaged table into the same table of a sound file, which refuses what makes no sense.
final class SalvageWriter {
  /// Rows that were refused.
  private(set) var refused = 0
  private let table: String
  private let columns: Set<String>
  private let db: Database

  init(_ table: String, _ db: Database) throws {
    self.table = table
    self.db = db
    columns = Set(try db.columns(in: table).map(\.name))
  }

  /// Writes the columns of `row` that the table has.
  func write(_ row: Row) {
    let values = row.filter { columns.contains($0.0) }
    let names = values.map(\.0).joined(separator: ", ")
    let places = values.map { _ in "?" }.joined(separator: ", ")
    do {
      try db.cachedStatement(sql: "INSERT INTO \(table) (\(names)) VALUES (\(places))")
        .execute(arguments: StatementArguments(values.map(\.1)))
    } catch {
      refused += 1
    }
  }
}
