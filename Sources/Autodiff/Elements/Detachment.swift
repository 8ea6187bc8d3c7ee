import Tensors

/// y = x, as a constant.
struct Detachment<S: Scalar>: Operation {
  let x: Variable<S>
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    output.open(pool).update(from: x.value, count: x.count)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    preconditionFailure("no gradient passes through a detached value")
  }
}

extension Tape {
  /// The value of x without its history: no gradient passes through it.
  public func detached(_ x: Variable<S>) -> Variable<S> {
    let y = result(x.shape, of: [])
    record(Detachment(x: x, output: y), reading: [x], writing: y)
    return y
  }
}
