/// The transposed products of one way back: from what was kept of an evaluation, or from its place.
final class Transposition<S: SolverScalar> {
  private let memory: (any RateMemory<S>)?
  private let transpose: SolveRecord<S>.Transpose
  /// The products so far.
  private(set) var products = 0

  init(memory: (any RateMemory<S>)?, _ transpose: @escaping SolveRecord<S>.Transpose) {
    self.memory = memory
    self.transpose = transpose
  }

  /// Whether sums may be rounded in another order than without a memory.
  var hasMemory: Bool { memory != nil }

  /// Adds (∂f/∂y)ᵀ w to a cotangent.
  ///
  /// - Parameters:
  ///   - kept: the evaluation, when it was kept
  ///   - time: its time
  ///   - place: its state, which is asked for only when nothing was kept
  ///   - scratch: a place for w
  ///   - weights: writes w
  ///   - cotangents: where the product goes
  ///   - index: to which of them
  func add(
    _ kept: KeptRate<S>?, _ time: Double, _ place: () -> UnsafePointer<S>,
    scratch: UnsafeMutablePointer<S>, weights: (UnsafeMutablePointer<S>) -> Void,
    to cotangents: CotangentSet<S>, _ index: Int
  ) {
    products += 1
    if let memory, let kept {
      return cotangents.add(to: index) { memory.transpose(kept, into: &$0, weights: weights) }
    }
    weights(scratch)
    transpose(time, place(), scratch, cotangents.sum(index))
  }
}
