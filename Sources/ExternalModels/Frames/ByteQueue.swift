/// Bytes that have arrived and wait to be understood.
struct ByteQueue {
  private var bytes: [UInt8] = []
  private var start = 0
  private var end = 0

  /// How many wait.
  var count: Int { end - start }

  /// Takes in up to `limit` bytes that `fill` writes; `fill` returns how many it wrote, or less than
  /// nothing for a failure, which is handed on.
  mutating func append(atMost limit: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
    makeRoom(limit)
    let place = end..<end + limit
    let count = bytes.withUnsafeMutableBytes {
      fill(UnsafeMutableRawBufferPointer(rebasing: $0[place]))
    }
    end += max(count, 0)
    return count
  }

  /// Looks at the first bytes that wait, at most `count`.
  func withFirst<Result>(
    _ count: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBytes {
      try body(UnsafeRawBufferPointer(rebasing: $0[start..<min(start + count, end)]))
    }
  }

  /// Drops the first bytes.
  mutating func drop(_ count: Int) {
    start += count
    precondition(start <= end, "more bytes are dropped than wait")
  }

  private mutating func makeRoom(_ limit: Int) {
    if start == end { (start, end) = (0, 0) }
    guard bytes.count - end < limit else { return }
    bytes.removeFirst(start)
    (start, end) = (0, end - start)
    let missing = end + limit - bytes.count
    if missing > 0 { bytes.append(contentsOf: repeatElement(0, count: missing)) }
  }
}
