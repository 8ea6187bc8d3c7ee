/// A fixed run of numbers outside Swift's array storage: what the engine computes in.
///
/// Aligned to a cache line. A resource with identity, so that a step reuses it instead of copying.
public final class Buffer<S: Scalar> {
  /// The number of elements.
  public let count: Int
  /// The first element.
  public let start: UnsafeMutablePointer<S>

  /// A buffer of `count` zeros.
  public init(count: Int) {
    self.count = count
    let bytes = max(count, 1) * MemoryLayout<S>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: bufferAlignment)
    // zeros byte by byte, as a loop over elements would not be specialised
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    start = memory.bindMemory(to: S.self, capacity: max(count, 1))
  }

  deinit { start.deallocate() }

  /// Makes every element `value`.
  public func fill(_ value: S) {
    S.elements.fill(count, value, start)
  }

  /// Copies `values`, which must fill the buffer.
  public func load(_ values: [S]) {
    Requirement.check(values.count == count, "\(values.count) values do not fill \(count) elements")
    values.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { start.update(from: first, count: count) }
    }
  }

  /// The elements as an array.
  public var values: [S] { [S](UnsafeBufferPointer(start: start, count: count)) }
}

/// The bytes of a cache line.
private let bufferAlignment = 64
