import Tensors

/// The same numbers under another shape.
struct Reshaping<S: Scalar>: Operation {
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
    x.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// x with every sample in the shape `shape`.
  public func reshaped(_ x: Variable<S>, perSample shape: [Int]) -> Variable<S> {
    Requirement.check(
      shape.reduce(1, *) == x.elementsPerSample,
      "reshaped: samples of \(x.shape) do not fill \(shape)")
    return reshaped(x, to: [x.sampleCount] + shape)
  }

  /// The numbers of x in another shape.
  public func reshaped(_ x: Variable<S>, to shape: [Int]) -> Variable<S> {
    Requirement.check(
      shape.reduce(1, *) == x.count,
      "reshaped: the \(x.count) numbers of \(x.shape) do not fill \(shape)")
    let y = result(shape, of: [x])
    record(Reshaping(x: x, output: y), reading: [x], writing: y)
    return y
  }
}
