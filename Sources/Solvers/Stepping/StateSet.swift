import Tensors

/// Some states of one length with a table of their places, as the combining kernel wants it.
///
/// Made once for a solve; a step takes, writes and swaps states and allocates nothing.
final class StateSet<S: SolverScalar> {
  /// The number of elements of each state.
  let length: Int
  /// The number of states.
  let count: Int
  /// A place of its own for each state; none when all are others'.
  private var buffers: [Buffer<S>]
  private let pool: BufferPool<S>?
  private let table: UnsafeMutablePointer<UnsafePointer<S>?>

  /// States of zeros, or of anything when they come from a pool.
  init(count: Int, length: Int, pool: BufferPool<S>? = nil) {
    (self.count, self.length, self.pool) = (count, length, pool)
    buffers = (0..<count).map { _ in pool?.take(length) ?? Buffer<S>(count: length) }
    table = .allocate(capacity: max(count, 1))
    table.initialize(repeating: nil, count: max(count, 1))
    for index in 0..<count { table[index] = UnsafePointer(buffers[index].start) }
  }

  /// The states of `other`, which whoever owns them holds.
  init(referringTo other: StateSet<S>) {
    (count, length, pool, buffers) = (other.count, other.length, nil, [])
    table = .allocate(capacity: max(count, 1))
    table.initialize(from: other.table, count: max(count, 1))
  }

  deinit {
    table.deallocate()
    guard let pool else { return }
    for buffer in buffers { pool.give(buffer) }
  }

  /// The places of all states, in order.
  var places: UnsafePointer<UnsafePointer<S>?> { UnsafePointer(table) }

  subscript(index: Int) -> UnsafeMutablePointer<S> {
    guard let place = table[index] else { preconditionFailure("a state without a place") }
    return UnsafeMutablePointer(mutating: place)
  }

  /// Lets a state stand at `place`, which somebody else owns; nil for a place of its own.
  func refer(_ index: Int, to place: UnsafePointer<S>?) {
    table[index] = place ?? UnsafePointer(buffers[index].start)
  }

  /// Lets `body` put another buffer of this length in the place of a state's own.
  func exchange(_ index: Int, _ body: (inout Buffer<S>) -> Void) {
    body(&buffers[index])
    table[index] = UnsafePointer(buffers[index].start)
  }

  func swap(_ first: Int, _ second: Int) {
    buffers.swapAt(first, second)
    (table[first], table[second]) = (table[second], table[first])
  }

  /// result = base + `scale` · Σ `weights`ⱼ stateⱼ over the first `weights.count` states.
  func combine(
    _ weights: [Double], scale: Double, onto base: UnsafePointer<S>?,
    into result: UnsafeMutablePointer<S>
  ) {
    S.stepping.combine(length, weights.count, base, scale, weights, places, result)
  }

  func clear(_ index: Int) { S.elements.fill(length, 0, self[index]) }
}
