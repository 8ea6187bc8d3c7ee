/// Buffers that wait to be used again, by size: after one step of training none is allocated.
public final class BufferPool {
  private var waiting: [Int: [FloatBuffer]] = [:]
  /// The elements of all buffers that the pool ever made.
  public private(set) var allocatedCount = 0

  /// An empty pool.
  public init() {}

  /// A buffer of `count` elements with undefined contents.
  public func take(_ count: Int) -> FloatBuffer {
    if let buffer = waiting[count]?.popLast() { return buffer }
    allocatedCount += count
    return FloatBuffer(count: count)
  }

  /// Gives `buffer` back; nobody may use it any more.
  public func give(_ buffer: FloatBuffer) {
    waiting[buffer.count, default: []].append(buffer)
  }
}
