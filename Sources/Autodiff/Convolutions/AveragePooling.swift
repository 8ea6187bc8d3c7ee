import CKernels
import Tensors

/// y = the mean of each window, in which the padding counts as zeros.
struct AveragePooling<S: Scalar>: Operation {
  let x: Variable<S>
  let pooling: assay_pooling
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    withUnsafePointer(to: pooling) { S.pools.average($0, x.value, y) }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let dx = x.gradientSlot(pool).cleared(count: x.count)
    withUnsafePointer(to: pooling) { S.pools.averageBackward($0, output.gradient, dx) }
  }
}

extension Tape {
  /// The mean of each window of x [samples, channels, …extents]; zeros of the padding count, as in
  /// torch.
  public func average(of x: Variable<S>, in window: PoolingWindow) -> Variable<S> {
    let (pooling, shape) = window.shape(image: x.shape, in: "average")
    let y = result(shape, of: [x])
    record(AveragePooling(x: x, pooling: pooling, output: y), reading: [x], writing: y)
    return y
  }
}
