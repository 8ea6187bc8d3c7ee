import Tensors

/// Sums of cotangents of one length, of which those that are still zero cost nothing.
final class CotangentSet<S: SolverScalar> {
  /// The sums, and a place for what is added.
  private let states: StateSet<S>
  private var isZero: [Bool]
  /// The weights of a combination, without those of what is zero.
  private var weights: [Double]

  /// Zeros.
  init(count: Int, length: Int, pool: BufferPool<S>? = nil) {
    states = StateSet(count: count + 1, length: length, pool: pool)
    isZero = Array(repeating: true, count: count)
    weights = Array(repeating: 0, count: count)
  }

  private var length: Int { states.length }

  /// Makes all zero.
  func clear() {
    for index in isZero.indices { isZero[index] = true }
  }

  /// Makes one zero.
  func clear(_ index: Int) { isZero[index] = true }

  func swap(_ first: Int, _ second: Int) {
    states.swap(first, second)
    isZero.swapAt(first, second)
  }

  /// The numbers of one, or nil when these are zero.
  func numbers(_ index: Int) -> UnsafePointer<S>? {
    isZero[index] ? nil : UnsafePointer(states[index])
  }

  /// Where the numbers of one stand, to be added to.
  func sum(_ index: Int) -> UnsafeMutablePointer<S> {
    if isZero[index] { S.elements.fill(length, 0, states[index]) }
    isZero[index] = false
    return states[index]
  }

  /// Lets `body` write all numbers of one, which it may not read; `body` may read the others.
  func write(_ index: Int, _ body: (UnsafeMutablePointer<S>) -> Void) {
    body(states[index])
    isZero[index] = false
  }

  /// Adds `factor` times the numbers at `x`.
  func add(_ factor: Double, _ x: UnsafePointer<S>?, to index: Int) {
    S.stepping.add(length, factor, x, to: numbers(index), into: states[index])
    isZero[index] = false
  }

  /// Adds the numbers that `body` writes to a buffer, all of them, or to another in its place.
  func add(to index: Int, _ body: (inout Buffer<S>) -> Void) {
    guard !isZero[index] else {
      isZero[index] = false
      return states.exchange(index, body)
    }
    states.exchange(isZero.count, body)
    S.elements.axpy(length, 1, states[isZero.count], states[index])
  }

  /// result = base + `scale` · Σ `weights`ⱼ cotangentⱼ.
  func combine(
    _ weights: [Double], scale: Double, onto base: UnsafePointer<S>?,
    into result: UnsafeMutablePointer<S>
  ) {
    for index in self.weights.indices {
      self.weights[index] = index < weights.count && !isZero[index] ? weights[index] : 0
    }
    states.combine(self.weights, scale: scale, onto: base, into: result)
  }
}
