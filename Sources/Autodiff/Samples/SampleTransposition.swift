import Tensors

/// Rows of channels to channels of points, sample by sample.
struct SampleTransposition<S: Scalar>: Operation {
  let x: Variable<S>
  let output: Variable<S>

  private var channels: Int { output.shape[1] }
  private var points: Int { output.shape[2] }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    for sample in 0..<output.sampleCount {
      let at = sample * output.elementsPerSample
      S.moves.transpose(points, channels, x.value + at, y + at)
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let start = x.gradientSlot(pool).cleared(count: x.count)
    for sample in 0..<output.sampleCount {
      let at = sample * output.elementsPerSample
      S.moves.transposeAdd(channels, points, output.gradient + at, start + at)
    }
  }
}

extension Tape {
  /// x [samples · points, channels], point fastest, as fields [samples, channels, points].
  public func channelsFirst(_ x: Variable<S>, samples: Int) -> Variable<S> {
    Requirement.check(
      x.sampleCount % samples == 0, "channelsFirst: \(x.shape) is not made of \(samples) samples")
    let y = result([samples, x.elementsPerSample, x.sampleCount / samples], of: [x])
    record(SampleTransposition(x: x, output: y), reading: [x], writing: y)
    return y
  }
}
