/// Buffers that wait to be used again, by size: after one step of training none is allocated.
public final class BufferPool<S: Scalar> {
  private var waiting: [Int: [Buffer<S>]] = [:]
  /// The most bytes that the pool may allocate.
  public let limitBytes: Int
  /// The buffers that the pool ever made.
  public private(set) var allocations = 0
  /// The elements of all buffers that the pool ever made.
  public private(set) var allocatedCount = 0
  /// The elements of the buffers that are taken.
  public private(set) var takenCount = 0
  /// The most elements that were ever taken at once.
  public private(set) var peakCount = 0

  /// An empty pool that may allocate `limitBytes`.
  public init(limitBytes: Int = .max) {
    self.limitBytes = limitBytes
  }

  /// A buffer of `count` elements with undefined contents. A buffer beyond the pool's limit ends the
  /// program with a sentence before any memory is asked for; see `Tape.requireMemory` for a check in
  /// time.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func take(_ count: Int) -> Buffer<S> {
    takenCount += count
    peakCount = max(peakCount, takenCount)
    if let buffer = waiting[count]?.popLast() { return buffer }
    let bytes = MemoryLayout<S>.stride
    Requirement.check(
      allocatedCount + count <= limitBytes / bytes,
      """
      a buffer of \(count * bytes) bytes beside \(allocatedCount * bytes) exceeds the limit of \
      \(limitBytes) bytes
      """)
    allocations += 1
    allocatedCount += count
    return Buffer<S>(count: count)
  }

  /// Gives `buffer` back; nobody may use it any more.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func give(_ buffer: Buffer<S>) {
    takenCount -= buffer.count
    waiting[buffer.count, default: []].append(buffer)
  }
}
