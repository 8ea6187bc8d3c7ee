import Tensors

/// y[k] = a[k] b for every layer k of the stack a, element by element.
struct StackedProduct<S: Scalar>: Operation {
  let a: Variable<S>
  let b: Variable<S>
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    for at in layers { S.elements.multiply(b.count, a.value + at, b.value, y + at) }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let gradient = output.gradient
    if b.isDifferentiable {
      let start = b.gradientSlot(pool).cleared(count: b.count)
      for at in layers { S.elements.multiplyAdd(b.count, gradient + at, a.value + at, start) }
    }
    guard a.isDifferentiable else { return }
    for at in layers { S.elements.multiply(b.count, gradient + at, b.value, gradient + at) }
    a.receiveGradient(of: output, pool)
  }

  private var layers: StrideTo<Int> { stride(from: 0, to: a.count, by: b.count) }
}

extension Tape {
  /// a[k] b for every layer k.
  ///
  /// - Parameters:
  ///   - a: [layers · rows, …], layer slowest
  ///   - b: [rows, …]
  /// - Returns: the shape of a
  public func stackedProduct(_ a: Variable<S>, _ b: Variable<S>) -> Variable<S> {
    Requirement.check(
      a.shape.dropFirst() == b.shape.dropFirst() && a.sampleCount % max(b.sampleCount, 1) == 0,
      "stackedProduct: \(a.shape) is not a stack of layers of \(b.shape)")
    let y = result(a.shape, of: [a, b])
    record(StackedProduct(a: a, b: b, output: y), reading: [a, b], writing: y)
    return y
  }
}
