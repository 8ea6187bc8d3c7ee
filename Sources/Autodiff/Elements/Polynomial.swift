import Tensors

/// y = Σ over k of c[k] x^k with constant coefficients c.
struct Polynomial<S: Scalar>: Operation {
  let x: Variable<S>
  let coefficients: [Double]
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.elements.polynomial(
      x.count, coefficients.count - 1, coefficients, x.value, output.open(pool))
  }

  /// dx += dy Σ k c[k] x^(k - 1)
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let slopes = coefficients.enumerated().dropFirst().map { Double($0.offset) * $0.element }
    let share = pool.take(x.count)
    S.elements.polynomial(x.count, slopes.count - 1, slopes, x.value, share.start)
    S.elements.multiply(x.count, share.start, output.gradient, output.gradient)
    pool.give(share)
    x.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// Σ over k of coefficients[k] x^k, element by element, for at least two coefficients.
  public func polynomial(_ x: Variable<S>, _ coefficients: [Double]) -> Variable<S> {
    Requirement.check(coefficients.count > 1, "polynomial: without x it is a constant")
    let y = result(x.shape, of: [x])
    record(Polynomial(x: x, coefficients: coefficients, output: y), reading: [x], writing: y)
    return y
  }
}
