import GRDB

/// Reads a table in the order of its integer key around the pages that cannot be read: where a scan
/// breaks off, the rest is halved until what is unreadable is told from what is not.
struct RangedReader {
  /// Numbers of attempts between which rows may be lost, ends included.
  private(set) var gaps: [ClosedRange<Int64>] = []
  /// Rows that were read.
  private(set) var count = 0
  /// Whether a row could not be read.
  private(set) var isIncomplete = false

  private let db: Database
  private let table: String
  private let key: String
  private let highest: Int64
  private var triesLeft = 200_000
  private var lastAttempt: Int64 = 0
  private var isBroken = false
  private let take: (Row) -> Void

  /// A reader of `table`, ordered by `key`: `rowid` or the first column of its primary key.
  /// - Parameters:
  ///   - db: The damaged database.
  ///   - table: The table.
  ///   - key: Its key.
  ///   - highest: No key is greater.
  ///   - take: Given each row; its first column is the key.
  init(
    _ db: Database, table: String, key: String, highest: Int64, take: @escaping (Row) -> Void
  ) {
    self.db = db
    self.table = table
    self.key = key
    self.highest = highest
    self.take = take
  }

  /// Reads what can be read.
  mutating func read() {
    let sql = "SELECT max(\(key)) FROM \(table)"
    let found = try? DatabaseValue.fetchOne(db, sql: sql).flatMap(Int64.fromDatabaseValue)
    let end = min(found ?? highest, highest)
    read(from: 0, to: end)
    if isBroken { close(before: .max) }
  }

  private mutating func read(from first: Int64, to last: Int64) {
    guard first <= last, triesLeft > 0, let reached = scan(from: first, to: last) else { return }
    triesLeft -= 1
    isBroken = true
    isIncomplete = true
    let rest = reached + 1
    // A single key that cannot be read is given up.
    guard rest < last else { return }
    let middle = rest + (last - rest) / 2
    read(from: rest, to: middle)
    read(from: middle + 1, to: last)
  }

  /// Reads until the end or until a row cannot be read.
  /// - Returns: Nil when all was read, otherwise the last key that was.
  private mutating func scan(from first: Int64, to last: Int64) -> Int64? {
    var reached = first - 1
    do {
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(key) AS salvage_key, * FROM \(table) WHERE \(key) BETWEEN ? AND ?
          ORDER BY \(key)
          """, arguments: [first, last])
      while let row = try rows.next() {
        // In a damaged tree rows can come twice or out of order.
        guard let number = Int64.fromDatabaseValue(row[0]), number <= last, number >= reached,
          number >= first
        else { return reached }
        if key == "rowid" && number == reached { return reached }
        reached = number
        note(row)
        take(row)
      }
      return nil
    } catch {
      return reached
    }
  }

  private mutating func note(_ row: Row) {
    count += 1
    guard row.hasColumn("attempt_id"),
      let attempt = Int64.fromDatabaseValue(row["attempt_id"] as DatabaseValue)
    else { return }
    if isBroken { close(before: attempt) }
    lastAttempt = attempt
  }

  private mutating func close(before attempt: Int64) {
    gaps.append(min(lastAttempt, attempt)...max(lastAttempt, attempt))
    isBroken = false
  }
}
