import Tensors

/// y = factor · Σ of x over some axes, summed in Double.
struct AxisSum<S: Scalar>: Operation {
  let x: Variable<S>
  let axes: AxisPartition
  let factor: S
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    S.elements.fill(output.count, 0, y)
    S.axes.sumsAdd(axes.kept, axes.reduced, x.value, y)
    if factor != 1 { S.elements.scale(output.count, factor, y, y) }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    if factor != 1 { S.elements.scale(output.count, factor, output.gradient, output.gradient) }
    x.gradientSlot(pool).add(output.gradient, along: axes.repeated)
  }
}

extension Tape {
  /// Σ of x over `axes`, which the result lacks.
  public func sum(_ x: Variable<S>, over axes: [Int]) -> Variable<S> {
    summed(x, over: axes, factor: 1, "sum")
  }

  /// The mean of x over `axes`, which the result lacks.
  public func mean(_ x: Variable<S>, over axes: [Int]) -> Variable<S> {
    let count = axes.filter(x.shape.indices.contains).map { x.shape[$0] }.reduce(1, *)
    return summed(x, over: axes, factor: 1 / S(count), "mean")
  }

  private func summed(
    _ x: Variable<S>, over axes: [Int], factor: S, _ operation: String
  ) -> Variable<S> {
    let partition = AxisPartition(x.shape, reducing: axes, in: operation)
    let y = result(partition.keptShape, of: [x])
    record(
      AxisSum(x: x, axes: partition, factor: factor, output: y), reading: [x], writing: y)
    return y
  }
}
