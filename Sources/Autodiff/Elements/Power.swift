import Tensors

/// y = x^p with a whole number p.
struct Power<S: Scalar>: Operation {
  let x: Variable<S>
  let exponent: Int
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.elements.power(x.count, exponent, x.value, output.open(pool))
  }

  /// dx += p x^(p - 1) dy
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    guard x.isDifferentiable else { return }
    let slope = pool.take(x.count)
    S.elements.power(x.count, exponent - 1, x.value, slope.start)
    S.elements.multiply(x.count, slope.start, output.gradient, slope.start)
    x.gradientSlot(pool).add(S(exponent), times: slope.start, count: x.count)
    pool.give(slope)
  }
}

extension Tape {
  /// x^exponent, element by element; of negative exponents, x must not be 0.
  public func power(_ x: Variable<S>, _ exponent: Int) -> Variable<S> {
    Requirement.check(exponent != 0, "power: x^0 is a constant")
    let y = result(x.shape, of: [x])
    record(Power(x: x, exponent: exponent, output: y), reading: [x], writing: y)
    return y
  }
}
