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

  /// Adds (∂f/∂y)ᵀ w to `gradient`; the place is asked for only when nothing was kept.
  func add(
    _ kept: AnyObject?, _ time: Double, _ place: () -> UnsafePointer<S>,
    weights: UnsafePointer<S>, to gradient: UnsafeMutablePointer<S>
  ) {
    products += 1
    if let memory, let kept {
      memory.transpose(kept, weights: weights, gradient: gradient)
    } else {
      transpose(time, place(), weights, gradient)
    }
  }
}
