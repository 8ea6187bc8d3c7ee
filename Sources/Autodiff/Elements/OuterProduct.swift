import Tensors

/// y[b, q, :] = a[b, :] c[q, :]: every row of a times every row of c.
struct OuterProduct<S: Scalar>: Operation {
  let a: Variable<S>
  let c: Variable<S>
  let output: Variable<S>

  private var width: Int { a.elementsPerSample }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    forEachPair { first, second, at in
      S.elements.multiply(width, a.value + first, c.value + second, y + at)
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let left = a.isDifferentiable ? a.gradientSlot(pool).cleared(count: a.count) : nil
    let right = c.isDifferentiable ? c.gradientSlot(pool).cleared(count: c.count) : nil
    forEachPair { first, second, at in
      let gradient = output.gradient + at
      if let left { S.elements.multiplyAdd(width, gradient, c.value + second, left + first) }
      if let right { S.elements.multiplyAdd(width, gradient, a.value + first, right + second) }
    }
  }

  /// Where the rows of a pair and of their product begin.
  private func forEachPair(_ body: (_ first: Int, _ second: Int, _ at: Int) -> Void) {
    for sample in 0..<a.sampleCount {
      for query in 0..<c.sampleCount {
        body(sample * width, query * width, (sample * c.sampleCount + query) * width)
      }
    }
  }
}

extension Tape {
  /// a[b, :] c[q, :], element by element, for every b and q.
  ///
  /// - Parameters:
  ///   - a: [samples, width]
  ///   - c: [queries, width]
  /// - Returns: [samples · queries, width], query fastest
  public func outerProduct(_ a: Variable<S>, _ c: Variable<S>) -> Variable<S> {
    Requirement.check(
      a.elementsPerSample == c.elementsPerSample,
      "outerProduct: rows of \(a.shape) and \(c.shape) cannot be multiplied")
    let y = result([a.sampleCount * c.sampleCount, a.elementsPerSample], of: [a, c])
    record(OuterProduct(a: a, c: c, output: y), reading: [a, c], writing: y)
    return y
  }
}
