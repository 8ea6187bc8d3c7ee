import Tensors

/// y = a - b for equal shapes.
struct Difference<S: Scalar>: Operation {
  let a: Variable<S>
  let b: Variable<S>
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.elements.scaledDifference(a.count, 1, a.value, b.value, output.open(pool))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    if b.isDifferentiable {
      b.gradientSlot(pool).add(-1, times: output.gradient, count: b.count)
    }
    a.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// a - b, of equal shapes.
  public func difference(_ a: Variable<S>, _ b: Variable<S>) -> Variable<S> {
    Requirement.check(a.shape == b.shape, "difference: \(b.shape) cannot be taken from \(a.shape)")
    let y = result(a.shape, of: [a, b])
    record(Difference(a: a, b: b, output: y), reading: [a, b], writing: y)
    return y
  }
}
