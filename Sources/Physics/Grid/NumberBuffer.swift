/// A fixed block of Doubles at one address for the whole of its life, aligned to a cache line: what
/// the C kernels read and write. It is a class because it owns memory.
final class NumberBuffer {
  let base: UnsafeMutablePointer<Double>
  let count: Int

  /// A block of `count` zeros.
  init(count: Int) {
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 8, alignment: 64)
    base = bytes.bindMemory(to: Double.self, capacity: count)
    base.initialize(repeating: 0, count: count)
    self.count = count
  }

  /// A block that holds `values`.
  convenience init(_ values: [Double]) {
    self.init(count: values.count)
    for (index, value) in values.enumerated() { base[index] = value }
  }

  deinit { base.deallocate() }

  /// The numbers as an array.
  var values: [Double] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Takes over the numbers of `other`, which must be as long.
  func copy(from other: NumberBuffer) {
    precondition(count == other.count, "\(other.count) numbers do not fit in \(count)")
    base.update(from: other.base, count: count)
  }
}
