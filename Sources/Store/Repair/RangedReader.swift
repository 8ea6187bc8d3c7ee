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
  private var triesLeft: Int64
  private var failures = 0
  /// Ranges of keys that were given up.
  private var lost: [ClosedRange<Int64>] = []
  /// The attempts of the rows that were read, by key.
  private var attempts: [Int64: Int64] = [:]
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
    triesLeft = Self.leastTries + highest / Self.keysATry
  }

  private static let leastTries: Int64 = 4000
  private static let keysATry: Int64 = 25
  /// After so many failures without a single row there is nothing to be found.
  private static let hopelessTries = 300

  /// Reads what can be read.
  mutating func read() {
    let sql = "SELECT max(\(key)) FROM \(table)"
    let found = try? DatabaseValue.fetchOne(db, sql: sql).flatMap(Int64.fromDatabaseValue)
    // Wide ranges first: what is sound is found before the tries are spent on what is not.
    var waiting = [(first: Int64(0), last: min(found ?? highest, highest))]
    var next = 0
    while next < waiting.count {
      let (first, last) = waiting[next]
      next += 1
      guard first <= last else { continue }
      let isHopeless = triesLeft <= 0 || count == 0 && failures > Self.hopelessTries
      guard !isHopeless, let reached = scan(from: first, to: last) else {
        if isHopeless { lost.append(first...last) }
        continue
      }
      triesLeft -= 1
      failures += 1
      let rest = reached + 1
      // A single key that cannot be read is given up; of the key before it rows may be missing.
      guard rest < last else {
        lost.append(reached...last)
        continue
      }
      if key != "rowid" { lost.append(reached...reached) }
      let middle = rest + (last - rest) / 2
      waiting += [(rest, middle), (middle + 1, last)]
    }
    isIncomplete = failures > 0
    let hasAttempts = key == "attempt_id" || table == "curve"
    gaps = hasAttempts ? lost.map(attempts(within:)) : []
  }

  /// The attempts whose rows may have had keys in `range`: from the one before to the one after.
  private func attempts(within range: ClosedRange<Int64>) -> ClosedRange<Int64> {
    if key == "attempt_id" { return range }
    let before = attempts.filter { $0.key < range.lowerBound }.max { $0.key < $1.key }
    let after = attempts.filter { $0.key > range.upperBound }.min { $0.key < $1.key }
    let (low, high) = (before?.value ?? 0, after?.value ?? .max)
    return min(low, high)...max(low, high)
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
          number >= first, key != "rowid" || number > reached
        else { return reached }
        reached = number
        count += 1
        if key == "rowid", row.hasColumn("attempt_id") {
          attempts[number] = Int64.fromDatabaseValue(row["attempt_id"] as DatabaseValue)
        }
        take(row)
      }
      return nil
    } catch {
      return reached
    }
  }
}
