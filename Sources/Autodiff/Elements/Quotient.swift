import Tensors

/// y = a / b, element by element, for equal shapes.
struct Quotient<S: Scalar>: Operation {
  let a: Variable<S>
  let b: Variable<S>
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.elements.divide(a.count, a.value, b.value, output.open(pool))
  }

  /// With g = dy / b: da += g and db -= g y.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let gradient = output.gradient
    S.elements.divide(a.count, gradient, b.value, gradient)
    if b.isDifferentiable {
      let share = pool.take(b.count)
      S.elements.multiply(b.count, gradient, output.value, share.start)
      b.gradientSlot(pool).add(-1, times: share.start, count: b.count)
      pool.give(share)
    }
    a.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// a / b, element by element, of equal shapes.
  public func quotient(_ a: Variable<S>, _ b: Variable<S>) -> Variable<S> {
    Requirement.check(a.shape == b.shape, "quotient: \(a.shape) cannot be divided by \(b.shape)")
    let y = result(a.shape, of: [a, b])
    record(Quotient(a: a, b: b, output: y), reading: [a, b], writing: y)
    return y
  }
}
