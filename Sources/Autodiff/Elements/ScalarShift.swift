import Tensors

/// y = x + b with one number b for all elements.
struct ScalarShift<S: Scalar>: Operation {
  let x: Variable<S>
  let shift: Variable<S>
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.elements.affine(x.count, 1, shift.value[0], x.value, output.open(pool))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    if shift.isDifferentiable {
      let slot = shift.gradientSlot(pool).cleared(count: 1)
      S.reductions.rowSums(1, x.count, output.gradient, slot)
    }
    x.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// x + shift, with one number [1] for all elements: the bias of a DeepONet.
  public func shifted(_ x: Variable<S>, by shift: Variable<S>) -> Variable<S> {
    Requirement.check(
      shift.count == 1, "shifted: \(shift.shape) is not one number for \(x.shape)")
    let y = result(x.shape, of: [x, shift])
    record(ScalarShift(x: x, shift: shift, output: y), reading: [x, shift], writing: y)
    return y
  }
}
