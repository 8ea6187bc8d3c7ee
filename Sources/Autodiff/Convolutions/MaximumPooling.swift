import CKernels
import Tensors

/// y = the largest number of each window; the first of equal ones receives the gradient.
struct MaximumPooling<S: Scalar>: Operation {
  let x: Variable<S>
  let pooling: assay_pooling
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    withUnsafePointer(to: pooling) { S.pools.max($0, x.value, y) }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let dx = x.gradientSlot(pool).cleared(count: x.count)
    withUnsafePointer(to: pooling) { S.pools.maxBackward($0, x.value, output.gradient, dx) }
  }
}

extension Tape {
  /// The largest number of each window of x [samples, channels, …extents]; pixels of the padding are
  /// never the largest, a number that is none always is.
  public func maximum(of x: Variable<S>, in window: PoolingWindow) -> Variable<S> {
    let (pooling, shape) = window.shape(image: x.shape, in: "maximum")
    let y = result(shape, of: [x])
    record(MaximumPooling(x: x, pooling: pooling, output: y), reading: [x], writing: y)
    return y
  }
}
