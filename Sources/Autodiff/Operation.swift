import Tensors

/// One differentiable step on a tape. It keeps its variables, and takes scratch space from the pool.
protocol Operation<S> {
  associatedtype S: Scalar

  /// Computes the output's value.
  func forward(_ pool: BufferPool<S>)
  /// Adds to the inputs' gradients; may destroy the output's gradient.
  func backward(_ pool: BufferPool<S>)
}
