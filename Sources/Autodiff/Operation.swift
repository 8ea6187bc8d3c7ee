import Tensors

/// One differentiable step on a tape. It keeps its variables, and takes scratch space from the pool.
protocol Operation<S> {
  associatedtype S: Scalar

  /// What messages call it.
  var name: String { get }
  /// Computes the output's value.
  func forward(_ pool: BufferPool<S>)
  /// Adds to the inputs' gradients; may destroy the output's gradient.
  func backward(_ pool: BufferPool<S>)
}

extension Operation {
  /// `DenseProduct` of `DenseProduct<Float>`.
  var name: String { String(String(describing: type(of: self)).prefix { $0 != "<" }) }
}
