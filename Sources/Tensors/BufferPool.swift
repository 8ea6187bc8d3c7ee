/// Buffers that wait to be used again, by size: after one step of training none is allocated.
public final class BufferPool<S: Scalar> {
  private var waiting: [Int: [Buffer<S>]] = [:]
  /// The elements of all buffers that the pool ever made.
  public private(set) var allocatedCount = 0
  /// The elements of the buffers that are taken.
  public private(set) var takenCount = 0
  /// The most elements that were ever taken at once.
  public private(set) var peakCount = 0

  /// An empty pool.
  public init() {}

  /// A buffer of `count` elements with undefined contents.
  public func take(_ count: Int) -> Buffer<S> {
    takenCount += count
    peakCount = max(peakCount, takenCount)
    if let buffer = waiting[count]?.popLast() { return buffer }
    allocatedCount += count
    return Buffer<S>(count: count)
  }

  /// Gives `buffer` back; nobody may use it any more.
  public func give(_ buffer: Buffer<S>) {
    takenCount -= buffer.count
    waiting[buffer.count, default: []].append(buffer)
  }
}
