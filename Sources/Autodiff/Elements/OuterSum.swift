import Tensors

/// y[b, q, :] = f(a[b, :] + c[q, :]): every row of a with every row of c.
struct OuterSum<S: Scalar>: Operation {
  let a: Variable<S>
  let c: Variable<S>
  let stage: ActivationStage<S>

  private var width: Int { a.elementsPerSample }
  private var queries: Int { c.sampleCount }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let z = stage.open(adopting: nil, pool)
    for sample in 0..<a.sampleCount {
      let start = z + sample * queries * width
      start.update(from: c.value, count: queries * width)
      S.moves.biasColumns(queries, width, a.value + sample * width, start)
      stage.finish(from: sample * queries * width, count: queries * width)
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let first = a.isDifferentiable ? a.gradientSlot(pool).cleared(count: a.count) : nil
    let second = c.isDifferentiable ? c.gradientSlot(pool).cleared(count: c.count) : nil
    for sample in 0..<a.sampleCount {
      let count = queries * width
      let dz = stage.backward(from: sample * count, count: count)
      if let first { S.reductions.columnSums(queries, width, dz, first + sample * width) }
      if let second { S.elements.axpy(count, 1, dz, second) }
    }
  }
}

extension Tape {
  /// f(a[b, :] + c[q, :]) for every b and q.
  ///
  /// - Parameters:
  ///   - a: [samples, width]
  ///   - c: [queries, width]
  ///   - activation: f
  /// - Returns: [samples · queries, width], query fastest
  public func outerSum(_ a: Variable<S>, _ c: Variable<S>, activation: Activation) -> Variable<S> {
    Requirement.check(
      a.elementsPerSample == c.elementsPerSample,
      "outerSum: rows of \(a.shape) and \(c.shape) cannot be added")
    let y = result([a.sampleCount * c.sampleCount, a.elementsPerSample], of: [a, c])
    let stage = ActivationStage(activation, output: y, on: self)
    record(OuterSum(a: a, c: c, stage: stage), reading: [a, c], writing: y)
    return y
  }
}
