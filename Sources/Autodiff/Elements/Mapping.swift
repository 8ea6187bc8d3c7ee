import Tensors

/// y = f(x), element by element, for a smooth f.
struct Mapping<S: Scalar>: Operation {
  let x: Variable<S>
  let function: ElementFunction
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.functions.value(function, x.count, x.value, output.open(pool))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let from = function.slopeReadsValue ? output.value : x.value
    S.functions.backward(function, x.count, from, output.gradient)
    x.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// function(x), element by element; outside the function's domain the result is not a number.
  public func mapped(_ x: Variable<S>, by function: ElementFunction) -> Variable<S> {
    let y = result(x.shape, of: [x])
    record(Mapping(x: x, function: function, output: y), reading: [x], writing: y)
    return y
  }
}
