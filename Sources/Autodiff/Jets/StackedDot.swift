import Tensors

/// y = Σ over k of w[k] a[k] b[k] over the layers k of two stacks, element by element.
struct StackedDot<S: Scalar>: Operation {
  let a: Variable<S>
  let b: Variable<S>
  let weights: [S]
  let output: Variable<S>

  private var size: Int { output.count }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    S.elements.fill(size, 0, y)
    let share = pool.take(size)
    for (layer, weight) in weights.enumerated() {
      let at = layer * size
      S.elements.multiply(size, a.value + at, b.value + at, share.start)
      S.elements.axpy(size, weight, share.start, y)
    }
    pool.give(share)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    if a.isDifferentiable { share(b.value, with: a, pool) }
    if b.isDifferentiable { share(a.value, with: b, pool) }
  }

  private func share(
    _ other: UnsafeMutablePointer<S>, with variable: Variable<S>, _ pool: BufferPool<S>
  ) {
    let slot = variable.gradientSlot(pool)
    let share = pool.take(size)
    for (layer, weight) in weights.enumerated() {
      let at = layer * size
      S.elements.multiply(size, other + at, output.gradient, share.start)
      slot.advanced(by: at).add(weight, times: share.start, count: size)
    }
    pool.give(share)
  }
}

extension Tape {
  /// Σ over k of weights[k] a[k] b[k], element by element.
  ///
  /// - Parameters:
  ///   - a: [layers · rows, …], layer slowest
  ///   - b: the shape of a; may be a
  ///   - weights: one number a layer
  /// - Returns: [rows, …]
  public func stackedDot(_ a: Variable<S>, _ b: Variable<S>, weights: [S]) -> Variable<S> {
    Requirement.check(
      a.shape == b.shape && !weights.isEmpty && a.sampleCount % weights.count == 0,
      "stackedDot: \(a.shape) and \(b.shape) are not stacks of \(weights.count) layers")
    let y = result([a.sampleCount / weights.count] + a.shape.dropFirst(), of: [a, b])
    record(StackedDot(a: a, b: b, weights: weights, output: y), reading: [a, b], writing: y)
    return y
  }
}
