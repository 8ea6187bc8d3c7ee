import Tensors

/// y = a + b for equal shapes.
struct Addition<S: Scalar>: Operation {
  let a: Variable<S>
  let b: Variable<S>
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.elements.sum(a.count, a.value, b.value, output.open(pool))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    if a.isDifferentiable { a.gradientSlot(pool).add(output.gradient, count: a.count) }
    b.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// a + b, of equal shapes.
  public func sum(_ a: Variable<S>, _ b: Variable<S>) -> Variable<S> {
    Requirement.check(a.shape == b.shape, "sum: \(a.shape) and \(b.shape) cannot be added")
    let y = result(a.shape, of: [a, b])
    record(Addition(a: a, b: b, output: y), reading: [a, b], writing: y)
    return y
  }
}
