import Tensors

/// y = f(x), element by element.
struct ElementwiseActivation<S: Scalar>: Operation {
  let x: Variable<S>
  let stage: ActivationStage<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    stage.open(adopting: nil, pool).update(from: x.value, count: x.count)
    stage.finish(from: 0, count: x.count)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    _ = stage.backward(from: 0, count: x.count)
    x.receiveGradient(of: stage.output, pool)
  }
}

extension Tape {
  /// y = f(x), element by element. Where x comes from a linear map, let that map apply f instead.
  public func activated(_ x: Variable<S>, by activation: Activation) -> Variable<S> {
    let y = result(x.shape, of: [x])
    let stage = ActivationStage(activation, output: y, on: self)
    record(ElementwiseActivation(x: x, stage: stage), reading: [x], writing: y)
    return y
  }
}
