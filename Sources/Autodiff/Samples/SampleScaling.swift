import Tensors

/// y[b] = s[b] x[b] or x[b] / s[b] with one constant number a sample.
struct SampleScaling<S: Scalar>: Operation {
  let x: Variable<S>
  let scale: Variable<S>
  let direction: Direction
  let output: Variable<S>

  enum Direction {
    case multiply
    case divide
  }

  private func factor(_ sample: Int) -> S {
    switch direction {
    case .multiply: scale.value[sample]
    case .divide: 1 / scale.value[sample]
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    apply(from: x.value, to: y)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    apply(from: output.gradient, to: output.gradient)
    x.receiveGradient(of: output, pool)
  }

  private func apply(from: UnsafeMutablePointer<S>, to: UnsafeMutablePointer<S>) {
    let count = x.elementsPerSample
    for sample in 0..<x.sampleCount {
      S.elements.scale(count, factor(sample), from + sample * count, to + sample * count)
    }
  }
}

extension Tape {
  /// x times its sample's number of `scale`, a constant [samples].
  public func multiplied(_ x: Variable<S>, bySample scale: Variable<S>) -> Variable<S> {
    scaled(x, scale, .multiply)
  }

  /// x over its sample's number of `scale`, a constant [samples].
  public func divided(_ x: Variable<S>, bySample scale: Variable<S>) -> Variable<S> {
    scaled(x, scale, .divide)
  }

  private func scaled(
    _ x: Variable<S>, _ scale: Variable<S>, _ direction: SampleScaling<S>.Direction
  ) -> Variable<S> {
    Requirement.check(
      scale.count == x.sampleCount && !scale.isDifferentiable,
      "multiplied, divided: \(scale.shape) numbers do not scale the samples of \(x.shape)")
    let y = result(x.shape, of: [x])
    record(
      SampleScaling(x: x, scale: scale, direction: direction, output: y), reading: [x, scale],
      writing: y)
    return y
  }
}
