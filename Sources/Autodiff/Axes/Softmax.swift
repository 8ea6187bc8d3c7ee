import Tensors

/// y = softmax(x) or log softmax(x) over the last axis.
struct Softmax<S: Scalar>: Operation {
  enum Form {
    case probability
    case logarithm
  }

  let x: Variable<S>
  let form: Form
  let output: Variable<S>

  private var columns: Int { x.shape[x.shape.count - 1] }
  private var rows: Int { x.count / columns }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    switch form {
    case .probability: S.functions.softmax(rows, columns, x.value, y)
    case .logarithm: S.functions.logSoftmax(rows, columns, x.value, y)
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    switch form {
    case .probability: S.functions.softmaxBackward(rows, columns, output.value, output.gradient)
    case .logarithm: S.functions.logSoftmaxBackward(rows, columns, output.value, output.gradient)
    }
    x.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// e^x / Σ e^x over the last axis.
  public func softmax(_ x: Variable<S>) -> Variable<S> { softmax(x, .probability) }

  /// x - log Σ e^x over the last axis.
  public func logSoftmax(_ x: Variable<S>) -> Variable<S> { softmax(x, .logarithm) }

  private func softmax(_ x: Variable<S>, _ form: Softmax<S>.Form) -> Variable<S> {
    Requirement.check(!x.shape.isEmpty, "softmax: a scalar has no last axis")
    let y = result(x.shape, of: [x])
    record(Softmax(x: x, form: form, output: y), reading: [x], writing: y)
    return y
  }
}
