/// A fixed run of 32-bit numbers outside Swift's array storage: what the engine computes in.
///
/// Aligned to a cache line. A resource with identity, so that a step reuses it instead of copying.
public final class FloatBuffer {
  /// The number of elements.
  public let count: Int
  /// The first element.
  public let start: UnsafeMutablePointer<Float>

  private static let alignment = 64

  /// A buffer of `count` zeros.
  public init(count: Int) {
    self.count = count
    let bytes = max(count, 1) * MemoryLayout<Float>.stride
    start = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: Self.alignment)
      .bindMemory(to: Float.self, capacity: max(count, 1))
    start.initialize(repeating: 0, count: max(count, 1))
  }

  deinit { start.deallocate() }

  /// Makes every element `value`.
  public func fill(_ value: Float) {
    start.update(repeating: value, count: count)
  }

  /// Copies `values`, which must fill the buffer.
  public func load(_ values: [Float]) {
    precondition(values.count == count, "\(values.count) values do not fill \(count) elements")
    values.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { start.update(from: first, count: count) }
    }
  }

  /// The elements as an array.
  public var values: [Float] { [Float](UnsafeBufferPointer(start: start, count: count)) }
}
