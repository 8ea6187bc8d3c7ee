import Tensors

/// y[b] = max(x[b], m[b]) with the mean m[b] of the numbers of x[b].
struct SampleRectification<S: Scalar>: Operation {
  let x: Variable<S>
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.layers.meanRelu(x.sampleCount, x.elementsPerSample, x.value, output.open(pool))
  }

  /// With k the numbers above the mean: dx = dy on k, plus (Σ dy - Σ dy on k) / count everywhere.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    S.layers.meanReluBackward(
      x.sampleCount, x.elementsPerSample, x.value, output.gradient)
    x.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// The larger of each number of x [samples, …] and the mean of its sample.
  ///
  /// That is s relu((x - m) / s) + m for the mean m and any positive s, such as the standard deviation:
  /// a ReLU that neither a shift nor a factor of its sample changes (CFDBench's `NormAct`; Luo et al.
  /// 2023).
  public func rectifiedAtMean(_ x: Variable<S>) -> Variable<S> {
    let y = result(x.shape, of: [x])
    record(SampleRectification(x: x, output: y), reading: [x], writing: y)
    return y
  }
}
