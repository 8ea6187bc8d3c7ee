import Tensors

/// y = a x + c with two constant numbers.
struct AffineMap<S: Scalar>: Operation {
  let x: Variable<S>
  let factor: S
  let shift: S
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.elements.affine(x.count, factor, shift, x.value, output.open(pool))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    S.elements.scale(x.count, factor, output.gradient, output.gradient)
    x.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// factor x + shift.
  public func scaled(_ x: Variable<S>, by factor: S, plus shift: S = 0) -> Variable<S> {
    let y = result(x.shape, of: [x])
    record(
      AffineMap(x: x, factor: factor, shift: shift, output: y), reading: [x], writing: y)
    return y
  }
}
