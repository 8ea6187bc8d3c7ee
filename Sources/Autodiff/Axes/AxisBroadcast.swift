import Tensors

/// y[all axes] = x[kept axes]: x repeated along the others.
struct AxisBroadcast<S: Scalar>: Operation {
  let x: Variable<S>
  let axes: AxisPartition
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.axes.copy(axes.repeated, x.value, output.open(pool))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let start = x.gradientSlot(pool).cleared(count: x.count)
    S.axes.sumsAdd(axes.kept, axes.reduced, output.gradient, start)
  }
}

extension Tape {
  /// x repeated along new axes.
  ///
  /// - Parameters:
  ///   - x: of the shape `shape` without the axes `axes`
  ///   - axes: the axes of the result that x lacks
  ///   - shape: the shape of the result
  /// - Returns: an array of `shape`
  public func repeated(_ x: Variable<S>, along axes: [Int], to shape: [Int]) -> Variable<S> {
    let partition = AxisPartition(shape, reducing: axes, in: "repeated")
    Requirement.check(
      partition.keptShape == x.shape,
      "repeated: \(x.shape) is not \(shape) without the axes \(axes)")
    let y = result(shape, of: [x])
    record(AxisBroadcast(x: x, axes: partition, output: y), reading: [x], writing: y)
    return y
  }
}
