import Tensors

/// Some states of one length with a table of their places, as the combining kernel wants it.
///
/// Made once for a solve; a step takes, writes and swaps states and allocates nothing.
final class StateSet<S: SolverScalar> {
  /// The number of elements of each state.
  let length: Int
  private var buffers: [Buffer<S>]
  private let pool: BufferPool<S>?
  private let table: UnsafeMutablePointer<UnsafePointer<S>?>

  /// States of zeros, or of anything when they come from a pool.
  init(count: Int, length: Int, pool: BufferPool<S>? = nil) {
    self.length = length
    self.pool = pool
    buffers = (0..<count).map { _ in pool?.take(length) ?? Buffer<S>(count: length) }
    table = .allocate(capacity: max(count, 1))
    table.initialize(repeating: nil, count: max(count, 1))
    for index in 0..<count { table[index] = UnsafePointer(buffers[index].start) }
  }

  deinit {
    table.deallocate()
    guard let pool else { return }
    for buffer in buffers { pool.give(buffer) }
  }

  var count: Int { buffers.count }

  /// The places of all states, in order.
  var places: UnsafePointer<UnsafePointer<S>?> { UnsafePointer(table) }

  subscript(index: Int) -> UnsafeMutablePointer<S> { buffers[index].start }

  func swap(_ first: Int, _ second: Int) {
    buffers.swapAt(first, second)
    table[first] = UnsafePointer(buffers[first].start)
    table[second] = UnsafePointer(buffers[second].start)
  }

  /// result = base + `scale` · Σ `weights`ⱼ stateⱼ over the first `weights.count` states.
  func combine(
    _ weights: [Double], scale: Double, onto base: UnsafePointer<S>?,
    into result: UnsafeMutablePointer<S>
  ) {
    S.stepping.combine(length, weights.count, base, scale, weights, places, result)
  }

  func clear(_ index: Int) { buffers[index].fill(0) }
}
