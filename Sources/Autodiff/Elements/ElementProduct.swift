import Tensors

/// y = a b, element by element, for equal shapes.
struct ElementProduct<S: Scalar>: Operation {
  let a: Variable<S>
  let b: Variable<S>
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.elements.multiply(a.count, a.value, b.value, output.open(pool))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let gradient = output.gradient
    if a.isDifferentiable {
      a.gradientSlot(pool).add(products: gradient, b.value, count: a.count)
    }
    if b.isDifferentiable {
      b.gradientSlot(pool).add(products: gradient, a.value, count: b.count)
    }
  }
}

extension Tape {
  /// a b, element by element, of equal shapes.
  public func product(_ a: Variable<S>, _ b: Variable<S>) -> Variable<S> {
    Requirement.check(a.shape == b.shape, "product: \(a.shape) and \(b.shape) cannot be multiplied")
    let y = result(a.shape, of: [a, b])
    record(ElementProduct(a: a, b: b, output: y), reading: [a, b], writing: y)
    return y
  }
}
