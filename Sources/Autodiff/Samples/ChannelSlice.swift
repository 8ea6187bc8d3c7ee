import Tensors

/// Some adjacent channels of each sample.
struct ChannelSlice<S: Scalar>: Operation {
  let x: Variable<S>
  let output: Variable<S>
  /// The first element of the slice within a sample.
  let offset: Int

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    let count = output.elementsPerSample
    for sample in 0..<x.sampleCount {
      (y + sample * count).update(
        from: x.value + sample * x.elementsPerSample + offset, count: count)
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let start = x.gradientSlot(pool).cleared(count: x.count)
    let count = output.elementsPerSample
    for sample in 0..<x.sampleCount {
      let slot = Variable.GradientSlot(
        start: start + sample * x.elementsPerSample + offset, accumulation: .adding)
      slot.add(output.gradient + sample * count, count: count)
    }
  }
}

extension Tape {
  /// The channels `range` of x [samples, channels, …points].
  public func channels(_ range: Range<Int>, of x: Variable<S>) -> Variable<S> {
    Requirement.check(
      x.shape.count > 1 && range.upperBound <= x.shape[1],
      "channels: \(x.shape) has no channels \(range)")
    let points = x.elementsPerSample / x.shape[1]
    let y = result([x.sampleCount, range.count] + x.shape.dropFirst(2), of: [x])
    record(
      ChannelSlice(x: x, output: y, offset: range.lowerBound * points), reading: [x], writing: y)
    return y
  }
}
